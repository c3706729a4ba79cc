import { only, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { registry } from "./contract.ts";
import program from "./index.ts";

const plan = (config: Record<string, string> = {}) =>
  record(program, {
    project: "registry",
    environment: "shared",
    config: { "aws:region": "us-east-1", "aws:allowedAccountIds": '["123456789012"]', ...config },
  });

describe("the registry stack", () => {
  it("keeps the images under the company's name, protected", async () => {
    const repository = only(await plan({ "registry:namespace": "shop" }), "aws:ecr/repository:Repository");
    expect(repository.inputs.name).toBe("shop/web-api");
    expect(repository.options.protect).toBe(true);
    expect(repository.inputs.forceDelete).toBe(false);
  });

  it("lets the accounts of the environments pull", async () => {
    const planned = await plan({ "registry:pullAccountIds": '["210987654321"]' });
    const policy = only(planned, "aws:ecr/repositoryPolicy:RepositoryPolicy").inputs.policy;
    expect(JSON.parse(String(policy)).Statement[0].Principal).toEqual({ AWS: ["arn:aws:iam::210987654321:root"] });
  });

  it("refuses a namespace that ECR would refuse", async () => {
    await expect(plan({ "registry:namespace": "Shop" })).rejects.toThrow(
      /^Pulumi\.shared\.yaml: registry:namespace: "Shop" is no namespace\. Use lower-case letters/,
    );
  });
});

describe("the contract of the registry", () => {
  it("gives the repository of each application", async () => {
    const { outputs } = await record(async () => ({ arn: registry().webApi.repositoryArn }), {
      stackOutputs: (name) => ({ webApi: { repositoryArn: `arn of ${name}`, repositoryUrl: "url" } }),
    });
    expect(outputs).toEqual({ arn: "arn of organization/registry/shared" });
  });
});
