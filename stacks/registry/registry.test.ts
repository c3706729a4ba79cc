import { ofType, only, record } from "@acme/plan";
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
    const repositories = ofType(await plan({ "registry:namespace": "shop" }), "aws:ecr/repository:Repository");
    expect(repositories.map(({ inputs }) => inputs.name)).toEqual(["shop/iis-app", "shop/web-api"]);
    for (const { inputs, options } of repositories)
      expect([options.protect, inputs.forceDelete]).toEqual([true, false]);
  });

  it("lets the accounts of the environments pull", async () => {
    const planned = await plan({ "registry:pullAccountIds": '["210987654321"]' });
    const policy = only(planned, "aws:ecr/repositoryPolicy:RepositoryPolicy", "web-api").inputs.policy;
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
    const arns = () => {
      const { webApi, iisApp } = registry();
      return { web: webApi.repositoryArn, iis: iisApp.repositoryArn };
    };
    const { outputs } = await record(async () => arns(), {
      stackOutputs: (name) => ({ webApi: { repositoryArn: `web of ${name}` }, iisApp: { repositoryArn: "iis" } }),
    });
    expect(outputs).toEqual({ web: "web of organization/registry/shared", iis: "iis" });
  });

  it("says how to bring up a repository that is not there", async () => {
    const read = record(async () => ({ iis: registry().iisApp.repositoryArn }), { stackOutputs: () => ({}) });
    await expect(read).rejects.toThrow("registry shared has no repository iisApp yet. Run: pnpm stacks up shared");
  });
});
