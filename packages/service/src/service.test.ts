import { only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { planBackground, planBalanced, ref, serviceOf, shape, task } from "./test-service.ts";

const tasksGroup = ref("aws:ec2/securityGroup:SecurityGroup", "api-tasks", "id");

describe("Service", () => {
  it("runs in the private subnets without a public address, in its own group and those of its storage", async () => {
    const plan = await planBalanced({ task: { ...task, clientSecurityGroupIds: ["sg-files"] } });
    expect(serviceOf(plan).networkConfiguration).toEqual({
      subnets: ["private-a", "private-b"],
      securityGroups: [tasksGroup, "sg-files"],
      assignPublicIp: false,
    });
  });

  it("keeps two tasks on demand, on the latest platform, spread over the zones", async () => {
    expect(serviceOf(await planBalanced())).toMatchObject({
      cluster: "cluster-arn",
      taskDefinition: task.taskDefinitionArn,
      desiredCount: 2,
      capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
      platformVersion: "LATEST",
      availabilityZoneRebalancing: "ENABLED",
    });
  });

  it("never has a launch type beside its capacity providers", async () => {
    expect(serviceOf(await planBalanced())).not.toHaveProperty("launchType");
  });

  it("rolls back what does not stay up, answers with errors or is unhealthy", async () => {
    const alarm = (name: string) => ref("aws:cloudwatch/metricAlarm:MetricAlarm", name, "name");
    expect(serviceOf(await planBalanced())).toMatchObject({
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: {
        alarmNames: [alarm("api-target-errors"), alarm("api-unhealthy-targets")],
        enable: true,
        rollback: true,
      },
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
    });
  });

  it("makes `up` wait until it is steady, as long as the deployment may take", async () => {
    const plan = await planBalanced({ deployment: { timeoutMinutes: 45 } });
    const service = only(plan, "aws:ecs/service:Service");
    expect(service.inputs.waitForSteadyState).toBe(true);
    expect(service.options.customTimeouts).toEqual({ create: "45m", update: "45m", delete: "45m" });
  });

  it("takes the percentages and the rebalancing of the deployment", async () => {
    const deployment = { minimumHealthyPercent: 0, maximumPercent: 100, availabilityZoneRebalancing: false };
    expect(serviceOf(await planBackground({ deployment }))).toMatchObject({
      deploymentMinimumHealthyPercent: 0,
      deploymentMaximumPercent: 100,
      availabilityZoneRebalancing: "DISABLED",
    });
  });

  it("deploys anew with every update, as a change of its capacity needs", async () => {
    expect(serviceOf(await planBalanced()).forceNewDeployment).toBe(true);
    expect(serviceOf(await planBackground()).forceNewDeployment).toBe(true);
  });

  it("tags its tasks as the service is tagged", async () => {
    expect(serviceOf(await planBalanced())).toMatchObject({ enableEcsManagedTags: true, propagateTags: "SERVICE" });
  });

  it.each([true, false])("opens a shell where the task does: %s", async (executeCommand) => {
    const plan = await planBackground({ task: { ...task, executeCommand } });
    expect(serviceOf(plan).enableExecuteCommand).toBe(executeCommand);
  });

  it("runs on instances without a platform version", async () => {
    const plan = await planBackground({
      task: { ...task, shape: { ...shape, launchType: "EC2" } },
      capacityProviderStrategies: [{ capacityProvider: "hosts", weight: 1 }],
    });
    expect(serviceOf(plan)).toMatchObject({ capacityProviderStrategies: [{ capacityProvider: "hosts", weight: 1 }] });
    expect(serviceOf(plan)).not.toHaveProperty("platformVersion");
  });
});
