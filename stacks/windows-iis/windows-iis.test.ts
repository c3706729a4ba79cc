import { ofType, only, type Plan, type PlannedResource } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { digest, directory, others, plain, plan, platform } from "./test-plan.ts";

const container = (planned: Plan) =>
  JSON.parse(String(only(planned, "aws:ecs/taskDefinition:TaskDefinition").inputs.containerDefinitions))[0];
const executionStatements = (planned: Plan): Record<string, unknown>[] =>
  JSON.parse(String(only(planned, "aws:iam/rolePolicy:RolePolicy", "app-execution").inputs.policy)).Statement;

interface Worn {
  securityGroups: string[];
}
interface Target {
  ecsParameters: { networkConfiguration: Worn };
}

/** Whether a resource waits for another one, directly or through others. */
function waitsFor(planned: Plan, resource: PlannedResource, other: PlannedResource): boolean {
  return resource.dependencies.some((urn) => {
    const next = planned.resources.find((each) => each.urn === urn);
    return next !== undefined && (next === other || waitsFor(planned, next, other));
  });
}

describe("the IIS application's stack", () => {
  it("runs the public sample without an image, asks it for / and has no clean-up", async () => {
    const planned = await plan(plain);
    expect(container(planned).image).toBe(
      "mcr.microsoft.com/dotnet/framework/samples:aspnetapp-windowsservercore-ltsc2022",
    );
    expect(only(planned, "aws:lb/targetGroup:TargetGroup").inputs.healthCheck).toMatchObject({ path: "/" });
    expect(ofType(planned, "acme:scheduled-task:ScheduledTask")).toEqual([]);
  });

  it("runs the image by its digest and sweeps with the same one", async () => {
    const planned = await plan({ ...plain, imageDigest: digest, sweep: { olderThan: "7d" } });
    expect(container(planned).image).toBe(`1.dkr.ecr/acme/iis-app@${digest}`);
    expect(only(planned, "aws:lb/targetGroup:TargetGroup").inputs.healthCheck).toMatchObject({ path: "/healthz" });
    const { target } = only(planned, "aws:scheduler/schedule:Schedule").inputs as { target: { input: string } };
    expect(JSON.parse(target.input)).toEqual({
      containerOverrides: [{ name: "web", command: ["sweep", "--older-than", "7d"] }],
    });
  });

  it("mounts the share where it tells the application", async () => {
    const planned = await plan(plain);
    const { environment, mountPoints, cpu, memory } = container(planned);
    expect(environment).toEqual([
      { name: "Files__Directory", value: "C:\\data" },
      { name: "Site__Environment", value: "test" },
    ]);
    expect(mountPoints).toEqual([{ sourceVolume: "files", containerPath: "C:\\data", readOnly: false }]);
    expect([cpu, memory]).toEqual([1024, 2048]);
  });

  it("mounts with the account of the file, or as the administrator that the platform made", async () => {
    const secretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:mount-AbCdEf";
    const secretsOf = async (files: object) =>
      executionStatements(await plan({ ...plain, files })).filter(({ Action }) =>
        String(Action).match(/secretsmanager|kms/),
      );
    expect(await secretsOf({ mountSecret: { secretArn } })).toMatchObject([{ Resource: secretArn }]);
    expect(await secretsOf(plain.files)).toMatchObject([{ Resource: "arn:administrator" }, { Resource: "arn:key" }]);
  });

  it("opens a shell only where a reason is given", async () => {
    expect(only(await plan(plain), "aws:ecs/service:Service").inputs.enableExecuteCommand).toBe(false);
    const planned = await plan({ ...plain, service: { executeCommand: { reason: "support" } } });
    expect(only(planned, "aws:ecs/service:Service").inputs.enableExecuteCommand).toBe(true);
  });

  it("comes up in an order by which it can be destroyed again: service, capacity, hosts, cluster, files", async () => {
    const planned = await plan({ ...plain, imageDigest: digest });
    const order = [
      only(planned, "aws:ecs/service:Service"),
      only(planned, "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"),
      only(planned, "aws:ecs/capacityProvider:CapacityProvider"),
      only(planned, "aws:autoscaling/group:Group"),
      only(planned, "aws:ec2/launchTemplate:LaunchTemplate"),
      only(planned, "aws:ecs/cluster:Cluster"),
    ];
    for (const [index, later] of order.slice(0, -1).entries()) {
      expect([later.type, waitsFor(planned, later, order[index + 1] as PlannedResource)]).toEqual([later.type, true]);
    }
    const files = only(planned, "aws:fsx/windowsFileSystem:WindowsFileSystem");
    const capacity = only(planned, "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
    const schedule = only(planned, "aws:scheduler/schedule:Schedule");
    expect(waitsFor(planned, only(planned, "aws:ecs/service:Service"), files)).toBe(true);
    expect([waitsFor(planned, schedule, files), waitsFor(planned, schedule, capacity)]).toEqual([true, true]);
  });

  it("has hosts that join the directory before they take tasks, and reach it and the files", async () => {
    const planned = await plan(plain);
    const { userData, ...template } = only(planned, "aws:ec2/launchTemplate:LaunchTemplate").inputs;
    const script = String(userData);
    expect(script).toContain("d-0123456789");
    expect(script.indexOf("Add-Computer")).toBeGreaterThan(0);
    expect(script.indexOf("Add-Computer")).toBeLessThan(script.indexOf("Initialize-ECSAgent"));
    const worn = JSON.stringify(template);
    expect(worn).toContain('"sg-directory"');
    expect(worn).toContain("SecurityGroup::files-clients.id}");
  });

  it("has hosts, tasks and places of the Windows Server that the file names", async () => {
    const service = { operatingSystemFamily: "WINDOWS_SERVER_2025_CORE" };
    const planned = await plan({ ...plain, service, imageDigest: digest });
    const { imageId } = only(planned, "aws:ec2/launchTemplate:LaunchTemplate").inputs;
    expect(imageId).toContain("Windows_Server-2025-English-Core-ECS_Optimized/image_id");
    const task = only(planned, "aws:ecs/taskDefinition:TaskDefinition").inputs.runtimePlatform;
    expect(task).toMatchObject(service);
    expect(only(planned, "aws:ecs/service:Service").inputs.placementConstraints).toEqual([
      { type: "memberOf", expression: "attribute:ecs.os-family == WINDOWS_SERVER_2025_CORE" },
    ]);
  });

  it("lets tasks ask the domain controllers for names where their hosts do, and nowhere else", async () => {
    const groupsOf = async (directory: object) => {
      const stackOutputs = { ...others, "organization/platform/test": { ...platform, directory } };
      const planned = await plan({ ...plain, imageDigest: digest }, stackOutputs);
      const { networkConfiguration: service } = only(planned, "aws:ecs/service:Service").inputs;
      const { target } = only(planned, "aws:scheduler/schedule:Schedule").inputs as Record<string, Target>;
      return [service as Worn, target?.ecsParameters.networkConfiguration].map((worn) =>
        worn?.securityGroups.map((id) => id.split("::").at(-1)),
      );
    };
    expect(await groupsOf(directory)).toEqual([["app-tasks.id}"], ["sweep.id}"]]);
    const asked = { ...directory, dnsServers: directory.dnsIpAddresses };
    expect(await groupsOf(asked)).toEqual([
      ["app-tasks.id}", "hosts-dns.id}"],
      ["sweep.id}", "hosts-dns.id}"],
    ]);
  });

  it("joins hosts and files to a self-managed directory, in its organizational unit", async () => {
    const { directoryId: _id, administratorSecret: _secret, ...names } = directory;
    const unit = "OU=Web's,DC=corp,DC=internal";
    const joinSecretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-AbCdEf";
    const own = { ...names, organizationalUnit: unit, joinSecretArn };
    const files = { mountSecret: { secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:mount-AbCdEf" } };
    const planned = await plan(
      { ...plain, files },
      { ...others, "organization/platform/test": { ...platform, directory: own } },
    );
    const script = String(only(planned, "aws:ec2/launchTemplate:LaunchTemplate").inputs.userData);
    expect(script).toContain("OUPath = 'OU=Web''s,DC=corp,DC=internal'");
    expect(script).toContain(`$arn = '${joinSecretArn}'`);
    expect(
      only(planned, "aws:fsx/windowsFileSystem:WindowsFileSystem").inputs.selfManagedActiveDirectory,
    ).toMatchObject({ organizationalUnitDistinguishedName: unit, domainJoinServiceAccountSecret: joinSecretArn });
  });

  it("lets Auto Scaling, logs and alarms use its key, and keeps Fargate out", async () => {
    const { policy } = only(await plan(plain), "aws:kms/key:Key").inputs;
    const sids = JSON.parse(String(policy)).Statement.map(({ Sid }: { Sid: string }) => Sid);
    expect(sids).toEqual([
      "DelegateToIam",
      "EncryptLogGroups",
      "PublishAlarms",
      "PublishEvents",
      "EncryptInstanceVolumes",
      "GrantInstanceVolumes",
    ]);
  });

  it("protects and keeps what it must unless it is disposable", async () => {
    const held = async (settings: object) => {
      const planned = await plan({ ...plain, ...settings });
      const files = only(planned, "aws:fsx/windowsFileSystem:WindowsFileSystem");
      const balancer = only(planned, "aws:lb/loadBalancer:LoadBalancer").inputs.enableDeletionProtection;
      const retention = only(planned, "aws:cloudwatch/logGroup:LogGroup", "files-audit").inputs.retentionInDays;
      return [files.options.protect ?? false, balancer, retention];
    };
    expect(await held({})).toEqual([true, true, 365]);
    expect(await held({ disposable: { reason: "a test" }, logRetentionDays: "30" })).toEqual([false, false, 30]);
  });

  it("leaves no backup behind in an environment that is disposable", async () => {
    const disposable = await plan({ ...plain, disposable: { reason: "a test" } });
    const kept = await plan(plain);
    const skips = [disposable, kept].map(
      (planned) => only(planned, "aws:fsx/windowsFileSystem:WindowsFileSystem").inputs.skipFinalBackup,
    );
    expect(skips).toEqual([true, false]);
  });
});
