/** Which images a rule looks at. An image must match every pattern or prefix of a list. */
export type ImageSelection =
  /** Images that have no tag: left behind when a tag moves to a newer image. */
  | "untagged"
  /** All images. AWS evaluates such a rule after all others, whatever its place in the list. */
  | "any"
  /** Images whose tags match; `*` stands for any characters, at most four times in a pattern. */
  | { tagPatterns: string[] }
  /** Images with tags that begin so. */
  | { tagPrefixes: string[] };

/** When a rule acts on an image. Whole numbers above zero. */
export type ImageLimit =
  /** When so many newer images match the rule. */
  | { keepNewest: number }
  | { daysSincePush: number }
  /** Days without a pull; a service that starts no task pulls nothing. */
  | { daysSincePull: number }
  /** Days in the archive class, for images with `storageClass: "archive"`. */
  | { daysInArchive: number };

/**
 * One rule of a repository's lifecycle policy. An image that matches a rule is never touched by a later one, so a rule
 * that keeps plenty protects its images from those below
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html).
 */
export interface LifecycleRule {
  images: ImageSelection;
  limit: ImageLimit;
  /**
   * What happens to the images: `expire` deletes them, `archive` moves them to storage from which they cannot be pulled
   * until they are restored.
   *
   * @default "expire"
   */
  action?: "expire" | "archive";
  /**
   * The storage in which the rule looks for images.
   *
   * @default "standard"
   */
  storageClass?: "standard" | "archive";
  /**
   * What the rule is for, as the console shows it.
   *
   * @default - none
   */
  description?: string;
}

/**
 * Untagged images live for a week, and the newest 500 images stay. The number is large because a count knows nothing of
 * use: the image that production runs is deleted too once 500 newer ones are there, and its next task cannot start.
 */
export const defaultLifecycleRules: LifecycleRule[] = [
  { images: "untagged", limit: { daysSincePush: 7 }, description: "Untagged images expire after 7 days" },
  { images: "any", limit: { keepNewest: 500 }, description: "The newest 500 images stay" },
];

/**
 * The lifecycle policy of these rules, as AWS stores it: numbered from 1 in their order, those for any image last, as AWS
 * demands (https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html).
 */
export function lifecyclePolicyText(rules: LifecycleRule[]): string {
  const ordered = [...rules.filter((rule) => rule.images !== "any"), ...rules.filter((rule) => rule.images === "any")];
  const documents = ordered.map((rule, index) => ({
    rulePriority: index + 1,
    ...(rule.description !== undefined && { description: rule.description }),
    selection: {
      ...tagSelection(rule.images),
      ...(rule.storageClass !== undefined && { storageClass: rule.storageClass }),
      ...count(rule.limit),
    },
    action: rule.action === "archive" ? { type: "transition", targetStorageClass: "archive" } : { type: "expire" },
  }));
  return JSON.stringify({ rules: documents });
}

function tagSelection(images: ImageSelection) {
  if (typeof images === "string") return { tagStatus: images };
  if ("tagPatterns" in images) return { tagStatus: "tagged", tagPatternList: images.tagPatterns };
  return { tagStatus: "tagged", tagPrefixList: images.tagPrefixes };
}

function count(limit: ImageLimit) {
  if ("keepNewest" in limit) return { countType: "imageCountMoreThan", countNumber: limit.keepNewest };
  const days = (countType: string, countNumber: number) => ({ countType, countUnit: "days", countNumber });
  if ("daysSincePush" in limit) return days("sinceImagePushed", limit.daysSincePush);
  if ("daysSincePull" in limit) return days("sinceImagePulled", limit.daysSincePull);
  return days("sinceImageTransitioned", limit.daysInArchive);
}
