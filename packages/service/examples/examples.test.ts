import { ofType, only, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import iisOnHosts from "./iis-on-hosts.ts";
import web from "./web.ts";
import windowsOnFargate from "./windows-on-fargate.ts";
import worker from "./worker.ts";

const options = { config: { "aws:region": "us-east-1" }, project: "examples" };
const service = "aws:ecs/service:Service";

describe("Examples", () => {
  it("plan a website under its domain", async () => {
    const plan = await record(web, options);
    expect(plan.outputs).toEqual({ url: "https://files.example.com", dashboardName: "examples-dev-web" });
    expect(ofType(plan, "aws:appautoscaling/scheduledAction:ScheduledAction")).toHaveLength(2);
  });

  it("plan a worker", async () => {
    const plan = await record(worker, options);
    expect(ofType(plan, service)).toHaveLength(1);
    expect(plan.messages).toEqual([]);
  });

  it("plan IIS on Fargate", async () => {
    const plan = await record(windowsOnFargate, options);
    expect(only(plan, "aws:ecs/taskDefinition:TaskDefinition").inputs.runtimePlatform).toEqual({
      operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
      cpuArchitecture: "X86_64",
    });
    expect(only(plan, service).inputs).toMatchObject({
      capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
      platformVersion: "LATEST",
      healthCheckGracePeriodSeconds: 300,
    });
    expect(only(plan, service).inputs).not.toHaveProperty("placementConstraints");
    expect(plan.messages).toEqual([]);
  });

  it("plan IIS on hosts, which come before it and have room for it", async () => {
    const plan = await record(iisOnHosts, options);
    const { inputs, dependencies } = only(plan, service);
    const provider = only(plan, "aws:ecs/capacityProvider:CapacityProvider").urn;
    expect(inputs.capacityProviderStrategies).toEqual([{ capacityProvider: `\${${provider}.name}`, weight: 1 }]);
    expect(dependencies).toEqual(
      expect.arrayContaining([provider, only(plan, "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").urn]),
    );
    expect(plan.messages).toEqual([{ severity: "info", text: expect.stringMatching(/^LoadBalancedService "iis": /) }]);
  });
});
