import { type ImageSelection, type LifecycleRule, lifecyclePolicyText } from "./lifecycle-rule.ts";

const MAX_RULES = 50;
/** botocore 1.43.107 ecr LifecyclePolicyText */
const MAX_CHARACTERS = 30_720;

/** What AWS would refuse about the rules, each with what to do. */
export function lifecycleMistakes(rules: LifecycleRule[]): string[] {
  if (rules.length === 0) {
    return ["The list of lifecycle rules is empty. Give a rule, or leave the list out for the default."];
  }
  const mistakes = rules.flatMap((rule, index) =>
    ruleMistakes(rule).map((mistake) => `Lifecycle rule ${index + 1}: ${mistake}`),
  );
  if (rules.length > MAX_RULES) mistakes.push(`${rules.length} lifecycle rules are given. Use at most ${MAX_RULES}.`);
  const { length } = lifecyclePolicyText(rules);
  if (length > MAX_CHARACTERS) {
    mistakes.push(
      `The lifecycle policy has ${length} characters. Use fewer or shorter rules, at most ${MAX_CHARACTERS}.`,
    );
  }
  return [...mistakes, ...repeatedSelections(rules)];
}

function ruleMistakes(rule: LifecycleRule): string[] {
  return [...limitMistakes(rule), ...storageMistakes(rule), ...tagMistakes(rule.images)];
}

function limitMistakes({ limit }: LifecycleRule): string[] {
  return Object.entries(limit)
    .filter(([, value]) => !Number.isInteger(value) || value < 1)
    .map(([name, value]) => `${name} is ${value}. Use a whole number above 0.`);
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html, "Storage class" */
function storageMistakes({ limit, action, storageClass = "standard" }: LifecycleRule): string[] {
  const mistakes: string[] = [];
  if ("daysInArchive" in limit && storageClass !== "archive") {
    mistakes.push(`daysInArchive finds nothing in the ${storageClass} class. Set storageClass to "archive".`);
  }
  if (action === "archive" && storageClass === "archive") {
    mistakes.push('images of the archive class cannot be archived again. Use action "expire".');
  }
  return mistakes;
}

function tagMistakes(images: ImageSelection): string[] {
  if (typeof images === "string") return [];
  const isPattern = "tagPatterns" in images;
  const tags = isPattern ? images.tagPatterns : images.tagPrefixes;
  if (tags.length === 0) return ['the list of tags is empty. Name one, or select "untagged" or "any".'];
  const allowed = isPattern ? /^[\w.*-]{1,128}$/ : /^[\w.-]{1,128}$/;
  return tags.flatMap((tag) => {
    const stars = tag.split("*").length - 1;
    if (isPattern && stars > 4) return [`the pattern "${tag}" has ${stars} wildcards. Use at most 4.`];
    if (allowed.test(tag)) return [];
    return [
      `"${tag}" matches no tag. Use 1–128 letters, digits, _, . and -${isPattern ? ", with * as wildcard" : ""}.`,
    ];
  });
}

/** AWS takes one rule for each selection and storage class (LifecyclePolicies.html of the same guide). */
function repeatedSelections(rules: LifecycleRule[]): string[] {
  const keys = rules.map(({ images, storageClass = "standard" }) => {
    if (typeof images === "string") return `${images} images in the ${storageClass} class`;
    const tags = "tagPatterns" in images ? images.tagPatterns : images.tagPrefixes;
    return `images tagged ${[...tags].sort().join(" and ")} in the ${storageClass} class`;
  });
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(repeated)].map((key) => `Two lifecycle rules select ${key}. Keep one of them.`);
}
