import type * as aws from "@pulumi/aws";

/** Which tags of a repository can move to another image. */
export interface TagMutability {
  /**
   * `IMMUTABLE` refuses a push of a tag that exists, so that a tag always names the same image. `MUTABLE` lets a push
   * move any tag, which fails Security Hub ECR.2; a pull-through cache needs it to refresh its images.
   *
   * @default "IMMUTABLE"
   */
  imageTagMutability?: "IMMUTABLE" | "MUTABLE";
  /**
   * Tags that can move although the others cannot, such as `cache-*`: 1–5 patterns of at most 128 characters with at most
   * two `*`. Whether a repository with exceptions passes Security Hub ECR.2 is not documented.
   *
   * @default - no exceptions
   */
  mutableTagPatterns?: string[];
}

/** The part of the repository's inputs that makes its tags immutable. */
export function tagMutabilityInputs({ imageTagMutability = "IMMUTABLE", mutableTagPatterns }: TagMutability) {
  if (mutableTagPatterns === undefined) return { imageTagMutability };
  const filters = mutableTagPatterns.map((filter) => ({ filter, filterType: "WILDCARD" }));
  return {
    imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
    imageTagMutabilityExclusionFilters: filters,
  } satisfies Partial<aws.ecr.RepositoryArgs>;
}

/** What AWS would refuse about the patterns (botocore 1.43.107 ecr ImageTagMutabilityExclusionFilter), and what to do. */
export function tagMutabilityMistakes({ imageTagMutability, mutableTagPatterns }: TagMutability): string[] {
  if (mutableTagPatterns === undefined) return [];
  const mistakes: string[] = [];
  if (imageTagMutability === "MUTABLE") {
    mistakes.push("mutableTagPatterns except nothing where all tags are mutable. Remove one of the two.");
  }
  const { length } = mutableTagPatterns;
  if (length < 1 || length > 5)
    mistakes.push(`${length} mutableTagPatterns are given. Use 1–5, or leave the list out.`);
  for (const pattern of mutableTagPatterns) {
    const stars = pattern.split("*").length - 1;
    if (stars > 2) mistakes.push(`The pattern "${pattern}" has ${stars} wildcards. Use at most 2.`);
    if (!/^[0-9a-zA-Z._*-]{1,128}$/.test(pattern)) {
      mistakes.push(`"${pattern}" is no pattern of a tag. Use 1–128 letters, digits, ., _, - and *.`);
    }
  }
  return mistakes;
}
