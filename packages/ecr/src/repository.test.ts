import { ofType, only, record } from "@acme/plan";
import type * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Repository, type RepositoryArgs } from "./repository.ts";

const plan = (args: Partial<RepositoryArgs> = {}, opts?: pulumi.ComponentResourceOptions) =>
  record(() => {
    const repository = new Repository("web-api", { namespace: "acme", name: "web-api", ...args }, opts);
    const { repositoryUrl, repositoryArn, repositoryName } = repository;
    return { repositoryUrl, repositoryArn, repositoryName };
  });
const repositoryOf = async (args?: Partial<RepositoryArgs>) =>
  only(await plan(args), "aws:ecr/repository:Repository").inputs;
const refusal = async (args: Partial<RepositoryArgs>) => {
  const error = await plan(args).catch((error: unknown) => error);
  return error instanceof Error ? error.message : undefined;
};
const reference = "${acme:ecr:Repository$aws:ecr/repository:Repository::web-api";

describe("Repository", () => {
  it("has immutable tags, a scan of each push and encryption", async () => {
    expect(await repositoryOf()).toEqual({
      name: "acme/web-api",
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "AES256" }],
      forceDelete: false,
    });
  });

  it("takes a KMS key, mutable tags, no scan and deletion with images", async () => {
    const args = { kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k", mutableTagPatterns: ["cache-*"] };
    expect(await repositoryOf({ ...args, scanOnPush: false, forceDelete: true })).toEqual({
      name: "acme/web-api",
      imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
      imageTagMutabilityExclusionFilters: [{ filter: "cache-*", filterType: "WILDCARD" }],
      imageScanningConfiguration: { scanOnPush: false },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: args.kmsKeyArn }],
      forceDelete: true,
    });
  });

  it("cleans itself by the default rules", async () => {
    const { inputs } = only(await plan(), "aws:ecr/lifecyclePolicy:LifecyclePolicy");
    expect(inputs.repository).toBe("acme/web-api");
    expect(JSON.parse(String(inputs.policy)).rules).toHaveLength(2);
  });

  it("cleans itself by the given rules", async () => {
    const lifecycleRules = [{ images: "any" as const, limit: { keepNewest: 9 } }];
    const { inputs } = only(await plan({ lifecycleRules }), "aws:ecr/lifecyclePolicy:LifecyclePolicy");
    expect(JSON.parse(String(inputs.policy)).rules).toEqual([
      {
        rulePriority: 1,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 9 },
        action: { type: "expire" },
      },
    ]);
  });

  it("is closed to other accounts", async () => {
    expect(ofType(await plan(), "aws:ecr/repositoryPolicy:RepositoryPolicy")).toEqual([]);
  });

  it("lets named accounts pull and nothing else", async () => {
    const pullAccountIds = ["111122223333", "444455556666"];
    const { inputs } = only(await plan({ pullAccountIds }), "aws:ecr/repositoryPolicy:RepositoryPolicy");
    const partition = "${aws:index/getPartition:getPartition().partition}";
    expect(JSON.parse(String(inputs.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PullFromOtherAccounts",
          Effect: "Allow",
          Principal: {
            AWS: [`arn:${partition}:iam::111122223333:root`, `arn:${partition}:iam::444455556666:root`],
          },
          Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        },
      ],
    });
  });

  it("hands its protection to its children", async () => {
    const { resources } = await plan({ pullAccountIds: ["111122223333"] }, { protect: true });
    expect(resources.filter(({ options }) => !options.protect)).toEqual([]);
    expect(resources.map(({ urn }) => urn)).toEqual([
      "acme:ecr:Repository$aws:ecr/lifecyclePolicy:LifecyclePolicy::web-api",
      "acme:ecr:Repository$aws:ecr/repository:Repository::web-api",
      "acme:ecr:Repository$aws:ecr/repositoryPolicy:RepositoryPolicy::web-api",
      "acme:ecr:Repository::web-api",
    ]);
  });

  it("gives its URL, ARN and name", async () => {
    expect((await plan()).outputs).toEqual({
      repositoryUrl: `${reference}.repositoryUrl}`,
      repositoryArn: `${reference}.arn}`,
      repositoryName: "acme/web-api",
    });
  });

  it.each([
    ["Acme", "web"],
    ["acme", ""],
    ["acme/", "web"],
    ["acme", "web..api"],
    ["acme", "-web"],
  ])("refuses the name %s/%s", async (namespace, name) => {
    const fix = "Use lower-case letters and digits, with single ., _, - or / between them.";
    expect(await refusal({ namespace, name })).toBe(
      `Repository "web-api": "${namespace}/${name}" is no name of a repository. ${fix}`,
    );
  });

  it.each([
    ["acme/team", "web_api"],
    ["a", "b--c.d__e"],
    ["a".repeat(200), "b".repeat(55)],
  ])("accepts the name %s/%s", async (namespace, name) => {
    expect((await repositoryOf({ namespace, name })).name).toBe(`${namespace}/${name}`);
  });

  it("refuses a name of more than 256 characters", async () => {
    const name = "b".repeat(252);
    expect(await refusal({ name })).toBe(
      `Repository "web-api": The name "acme/${name}" has 257 characters. Use at most 256.`,
    );
  });

  it("refuses all mistakes at once, before its first child", async () => {
    const wrong = { mutableTagPatterns: [], lifecycleRules: [], pullAccountIds: ["1"] };
    expect(await refusal(wrong)).toBe(
      'Repository "web-api": 0 mutableTagPatterns are given. Use 1–5, or leave the list out. ' +
        "The list of lifecycle rules is empty. Give a rule, or leave the list out for the default. " +
        '"1" is no account id. Use 12 digits, in quotes.',
    );
  });
});
