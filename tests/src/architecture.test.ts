import { ofType, type Plan, type PlannedResource } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { everyPlan, planOf } from "./every-plan.ts";

type Statement = Record<string, unknown> & { Effect: string };

const plans = await everyPlan();
const cases = plans.map((plan) => [`${plan.project} ${plan.environment}`, plan] as const);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Every policy document in a plan: of identities, of resources, of trust. */
function statements(plan: Plan): { resource: PlannedResource; statement: Statement }[] {
  return plan.resources.flatMap((resource) =>
    Object.entries(resource.inputs)
      .filter(([key, value]) => /policy$/i.test(key) && typeof value === "string" && value.startsWith("{"))
      .flatMap(([, value]) => JSON.parse(String(value)).Statement ?? [])
      .map((statement: Statement) => ({ resource, statement })),
  );
}

describe.each(cases)("%s", (_name, plan) => {
  it("lets nothing in from the internet but 443 and 80 of the load balancer", () => {
    const open = ofType(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").filter(
      ({ inputs }) => inputs.cidrIpv4 === "0.0.0.0/0" || inputs.cidrIpv6 !== undefined,
    );
    for (const { inputs, name } of open) {
      expect(name).toMatch(/load-balancer/);
      expect([80, 443]).toContain(inputs.fromPort);
      expect(inputs.toPort).toBe(inputs.fromPort);
    }
    for (const { inputs } of ofType(plan, "aws:ec2/securityGroup:SecurityGroup")) {
      expect(list(inputs.ingress)).toEqual([]);
    }
  });

  it("gives nothing a public address of its own", () => {
    for (const { inputs } of ofType(plan, "aws:ec2/subnet:Subnet")) expect(inputs.mapPublicIpOnLaunch).toBe(false);
    for (const { inputs } of ofType(plan, "aws:ecs/service:Service")) {
      expect((inputs.networkConfiguration as Record<string, unknown>).assignPublicIp).toBe(false);
    }
    for (const { inputs } of ofType(plan, "aws:scheduler/schedule:Schedule")) {
      expect(JSON.stringify(inputs)).not.toContain('"assignPublicIp":true');
    }
  });

  it("encrypts everything that it stores", () => {
    for (const { inputs } of ofType(plan, "aws:efs/fileSystem:FileSystem")) expect(inputs.encrypted).toBe(true);
    for (const { inputs } of ofType(plan, "aws:fsx/windowsFileSystem:WindowsFileSystem")) {
      expect(inputs.kmsKeyId).toBeDefined();
    }
    for (const { inputs } of ofType(plan, "aws:secretsmanager/secret:Secret")) expect(inputs.kmsKeyId).toBeDefined();
    for (const { inputs } of ofType(plan, "aws:ec2/launchTemplate:LaunchTemplate")) {
      expect(inputs.blockDeviceMappings).toMatchObject([{ ebs: { encrypted: "true", kmsKeyId: expect.any(String) } }]);
    }
    for (const { inputs } of ofType(plan, "aws:sns/topic:Topic")) expect(inputs.kmsMasterKeyId).toBeDefined();
    for (const { inputs } of ofType(plan, "aws:sqs/queue:Queue")) {
      expect(inputs.sqsManagedSseEnabled ?? inputs.kmsMasterKeyId).toBeTruthy();
    }
    const sealed = ofType(
      plan,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    expect(sealed).toHaveLength(ofType(plan, "aws:s3/bucket:Bucket").length);
    for (const { inputs } of ofType(plan, "aws:kms/key:Key")) expect(inputs.enableKeyRotation).toBe(true);
    for (const { inputs } of ofType(plan, "aws:ecr/repository:Repository")) {
      expect(JSON.stringify(inputs.encryptionConfigurations)).toMatch(/"encryptionType":"(AES256|KMS)"/);
    }
  });

  it("keeps every log for a time, under a key of its own where a stack has one", () => {
    const hasKey = ofType(plan, "aws:kms/key:Key").some(({ name }) => name === "data");
    for (const { inputs } of ofType(plan, "aws:cloudwatch/logGroup:LogGroup")) {
      expect(inputs.retentionInDays).toBeGreaterThan(0);
      if (hasKey) expect(inputs.kmsKeyId).toMatch(/aws:kms\/key:Key::data\.arn/);
    }
  });

  it("lets files be reached by TLS, an access point and a mount target alone, and by no root", () => {
    for (const { inputs } of ofType(plan, "aws:efs/fileSystemPolicy:FileSystemPolicy")) {
      const all: Statement[] = JSON.parse(String(inputs.policy)).Statement;
      expect(all.map(({ Sid, Effect }) => [Sid, Effect])).toEqual([
        ["DenyWithoutTls", "Deny"],
        ["DenyOutsideTheAccessPoint", "Deny"],
        ["DenyOutsideMountTargets", "Deny"],
        ["DenyRoot", "Deny"],
      ]);
    }
  });

  it("keeps buckets to itself and to TLS", () => {
    const buckets = ofType(plan, "aws:s3/bucket:Bucket").length;
    const blocks = ofType(plan, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
    expect(blocks).toHaveLength(buckets);
    for (const { inputs } of blocks) {
      expect(inputs).toMatchObject({
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      });
    }
    const tlsOnly = statements(plan).filter(
      ({ resource, statement }) =>
        resource.type === "aws:s3/bucketPolicy:BucketPolicy" &&
        statement.Effect === "Deny" &&
        JSON.stringify(statement.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
    );
    expect(tlsOnly).toHaveLength(buckets);
  });

  it("allows no identity all actions, nor an action of all of a service", () => {
    for (const { resource, statement } of statements(plan)) {
      if (resource.type !== "aws:iam/rolePolicy:RolePolicy" || statement.Effect !== "Allow") continue;
      for (const action of list(statement.Action)) {
        expect(action).not.toBe("*");
        expect(action).not.toMatch(/^[^:]+:\*$/);
      }
    }
  });

  it("gives whole accounts to no identity except where AWS knows no resource", () => {
    const withoutResource =
      /^(ecr:GetAuthorizationToken|ssmmessages:\w+|logs:DescribeLogGroups|fsx:DescribeFileSystems)$/;
    for (const { resource, statement } of statements(plan)) {
      if (resource.type !== "aws:iam/rolePolicy:RolePolicy" || !list(statement.Resource).includes("*")) continue;
      for (const action of list(statement.Action)) expect(action).toMatch(withoutResource);
    }
  });

  it("passes exact roles, to ECS alone", () => {
    const passing = statements(plan).filter(({ statement }) => list(statement.Action).includes("iam:PassRole"));
    expect(passing).toHaveLength(ofType(plan, "aws:scheduler/schedule:Schedule").length);
    for (const { statement } of passing) {
      for (const role of list(statement.Resource))
        expect(role).toMatch(/^\$\{[^{}*]+aws:iam\/role:Role::[\w-]+\.arn\}$/);
      expect(statement.Condition).toEqual({ StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } });
    }
  });

  it("lets services assume roles for this account only, but for EC2, which never says for whom", () => {
    for (const { resource, statement } of statements(plan)) {
      if (resource.type !== "aws:iam/role:Role") continue;
      if (JSON.stringify(statement.Principal) === '{"Service":"ec2.amazonaws.com"}') continue;
      expect((statement.Condition as Record<string, Record<string, unknown>>).StringEquals?.["aws:SourceAccount"]).toBe(
        "${aws:index/getCallerIdentity:getCallerIdentity().accountId}",
      );
    }
  });

  it("runs every container with a log and by an image that does not move, on Linux as a user and read-only", () => {
    const sample =
      /^mcr\.microsoft\.com\/dotnet\/(samples:aspnetapp|framework\/samples:aspnetapp-windowsservercore-ltsc2022)$/;
    for (const { inputs } of ofType(plan, "aws:ecs/taskDefinition:TaskDefinition")) {
      const isLinux = (inputs.runtimePlatform as Record<string, unknown>).operatingSystemFamily === "LINUX";
      for (const container of JSON.parse(String(inputs.containerDefinitions))) {
        expect(container.user).toBe(isLinux ? "1654:1654" : undefined);
        expect(container.readonlyRootFilesystem).toBe(isLinux ? true : undefined);
        expect(container.logConfiguration.logDriver).toBe("awslogs");
        if (!sample.test(container.image)) expect(container.image).toMatch(/@sha256:[0-9a-f]{64}$/);
      }
    }
  });

  it("brings a failed deployment back", () => {
    for (const { inputs } of ofType(plan, "aws:ecs/service:Service")) {
      expect(inputs.deploymentCircuitBreaker).toEqual({ enable: true, rollback: true });
      expect(inputs.alarms).toMatchObject({ enable: true, rollback: true });
    }
  });

  it("follows every value: nothing in it is opaque", () => {
    expect(JSON.stringify(plan.resources)).not.toContain("${?");
  });
});

describe("prod", () => {
  it.each([
    ["linux-web-api", "prod", ["efs/accessPoint:AccessPoint", "efs/fileSystem:FileSystem", "kms/key:Key"]],
    [
      "platform",
      "prod",
      [
        "directoryservice/directory:Directory",
        "ec2/eip:Eip",
        "ec2/subnet:Subnet",
        "ec2/vpc:Vpc",
        "kms/key:Key",
        "secretsmanager/secret:Secret",
        "secretsmanager/secretVersion:SecretVersion",
      ],
    ],
    ["windows-iis", "prod", ["fsx/windowsFileSystem:WindowsFileSystem", "kms/key:Key"]],
    ["registry", "shared", ["ecr/lifecyclePolicy:LifecyclePolicy", "ecr/repository:Repository"]],
  ])(
    "protects in %s %s what holds data or is known by others, and nothing else",
    async (project, environment, types) => {
      const { resources } = await planOf(project, environment);
      const held = resources.filter(({ options, component }) => options.protect && !component);
      expect([...new Set(held.map(({ type }) => type.replace("aws:", "")))].sort()).toEqual(types);
      const there = resources.filter(({ type }) => types.includes(type.replace("aws:", "")));
      expect(held).toEqual(there);
    },
  );

  it.each(["linux-web-api", "windows-iis"])(
    "serves HTTPS in %s, redirects to it, and cannot be deleted by mistake",
    async (stack) => {
      const plan = await planOf(stack, "prod");
      const [http, https] = ofType(plan, "aws:lb/listener:Listener");
      expect(http?.inputs.defaultActions).toMatchObject([
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443" } },
      ]);
      expect(https?.inputs.sslPolicy).toBe("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
      expect(ofType(plan, "aws:lb/loadBalancer:LoadBalancer")[0]?.inputs.enableDeletionProtection).toBe(true);
    },
  );

  it("stands in three zones, each with its own way out", async () => {
    const platform = await planOf("platform", "prod");
    expect(ofType(platform, "aws:ec2/natGateway:NatGateway")).toHaveLength(3);
    const efs = ofType(await planOf("linux-web-api", "prod"), "aws:efs/mountTarget:MountTarget");
    expect(efs).toHaveLength(3);
    const [hosts] = ofType(await planOf("windows-iis", "prod"), "aws:autoscaling/group:Group");
    expect(hosts?.inputs.vpcZoneIdentifiers).toHaveLength(3);
  });

  it("backs up its files every day", async () => {
    const [policy] = ofType(await planOf("linux-web-api", "prod"), "aws:efs/backupPolicy:BackupPolicy");
    expect(policy?.inputs.backupPolicy).toEqual({ status: "ENABLED" });
    const [shares] = ofType(await planOf("windows-iis", "prod"), "aws:fsx/windowsFileSystem:WindowsFileSystem");
    expect(shares?.inputs).toMatchObject({
      deploymentType: "MULTI_AZ_1",
      automaticBackupRetentionDays: 30,
      skipFinalBackup: false,
    });
  });
});

describe("dev", () => {
  it.each(["linux-web-api", "windows-iis", "platform"])(
    "leaves nothing of %s behind that stops destroy",
    async (stack) => {
      const plan = await planOf(stack, "dev");
      for (const { options } of plan.resources) expect(options.protect).toBeUndefined();
      for (const { inputs } of ofType(plan, "aws:s3/bucket:Bucket")) expect(inputs.forceDestroy).toBe(true);
      for (const { inputs } of ofType(plan, "aws:kms/key:Key")) expect(inputs.deletionWindowInDays).toBe(7);
      for (const { inputs } of ofType(plan, "aws:secretsmanager/secret:Secret")) {
        expect(inputs.recoveryWindowInDays).toBe(0);
      }
      for (const { inputs } of ofType(plan, "aws:fsx/windowsFileSystem:WindowsFileSystem")) {
        expect([inputs.skipFinalBackup, inputs.automaticBackupRetentionDays]).toEqual([true, 0]);
      }
    },
  );

  it("says that the clean-up is left out without an image of its own", async () => {
    const plan = await planOf("linux-web-api", "dev");
    expect(ofType(plan, "aws:scheduler/schedule:Schedule")).toEqual([]);
    expect(plan.messages.map(({ text }) => text)).toEqual([
      "Without imageDigest the public sample mcr.microsoft.com/dotnet/samples:aspnetapp runs. It knows no sweep: the scheduled task is left out.",
    ]);
  });
});

describe("windows-iis", () => {
  const plansOf = plans.filter(({ project }) => project === "windows-iis");
  it.each(plansOf.map((plan) => [plan.environment, plan] as const))(
    "in %s reaches its hosts by nothing but Session Manager, and their credentials by tokens alone",
    (_environment, plan) => {
      const [template] = ofType(plan, "aws:ec2/launchTemplate:LaunchTemplate");
      expect(template?.inputs.keyName).toBeUndefined();
      expect(template?.inputs.metadataOptions).toMatchObject({ httpTokens: "required", httpPutResponseHopLimit: 1 });
      const groups = ofType(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
      expect(groups.filter(({ name }) => name.startsWith("hosts"))).toEqual([]);
    },
  );

  it.each(plansOf.map((plan) => [plan.environment, plan] as const))(
    "in %s shows no password, and none of its scripts holds one",
    (_environment, plan) => {
      const text = JSON.stringify(plan);
      expect(text).not.toContain("randomPassword");
      expect(text).not.toMatch(/"password":"(?!\[secret\])/);
    },
  );
});
