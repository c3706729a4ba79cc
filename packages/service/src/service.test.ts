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

  it("waits longer for Windows, whose images and hosts take their time", async () => {
    const windows = { ...task, shape: { ...shape, operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" as const } };
    const service = only(await planBalanced({ task: windows }), "aws:ecs/service:Service");
    expect(service.options.customTimeouts).toEqual({ create: "40m", update: "40m", delete: "40m" });
    expect(service.inputs.healthCheckGracePeriodSeconds).toBe(300);
    const hasty = await planBalanced({ task: windows, healthCheckGracePeriodSeconds: 0 });
    expect(serviceOf(hasty).healthCheckGracePeriodSeconds).toBe(0);
  });

  it.each([
    [{}, [100, 200, "ENABLED"]],
    [{ minimumHealthyPercent: 0, maximumPercent: 100 }, [0, 100, "DISABLED"]],
    [{ maximumPercent: 150 }, [100, 150, "ENABLED"]],
    [{ availabilityZoneRebalancing: false }, [100, 200, "DISABLED"]],
  ])("evens out the zones where %j leaves room for it", async (deployment, [healthy, maximum, rebalancing]) => {
    expect(serviceOf(await planBackground({ deployment }))).toMatchObject({
      deploymentMinimumHealthyPercent: healthy,
      deploymentMaximumPercent: maximum,
      availabilityZoneRebalancing: rebalancing,
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
});
