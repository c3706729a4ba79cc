import { ofType, only, type Plan, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { Mount } from "./mount.ts";
import { TaskDefinition } from "./task-definition.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";

const image = "mcr.microsoft.com/dotnet/samples:aspnetapp";
const base: TaskDefinitionArgs = { cpu: 256, memoryMiB: 512, containers: [{ name: "web", image }] };
const config = { "aws:region": "us-east-1" };
const plan = (args: Partial<TaskDefinitionArgs>) =>
  record(() => new TaskDefinition("api", { ...base, ...args }), { config, project: "shop", environment: "prod" });
const definitionOf = (planned: Plan) => only(planned, "aws:ecs/taskDefinition:TaskDefinition").inputs;
const containersOf = (planned: Plan) => JSON.parse(String(definitionOf(planned).containerDefinitions));
const policyOf = (planned: Plan, name: string) =>
  JSON.parse(String(only(planned, "aws:iam/rolePolicy:RolePolicy", name).inputs.policy)).Statement;

const files: Mount = {
  kind: "efs",
  name: "files",
  containerPath: "/data",
  volume: { efsVolumeConfiguration: { fileSystemId: "fs-1" } },
  clientSecurityGroupId: "sg-files",
  taskRoleStatements: [{ Effect: "Allow", Action: ["elasticfilesystem:ClientMount"], Resource: "fs-arn" }],
};

describe("TaskDefinition", () => {
  it("names the family after project, environment and task, and sets the platform whole", async () => {
    const inputs = definitionOf(await plan({ cpuArchitecture: "ARM64" }));
    expect(inputs.family).toBe("shop-prod-api");
    expect(inputs.runtimePlatform).toEqual({ operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" });
    expect([inputs.cpu, inputs.memory, inputs.networkMode]).toEqual(["256", "512", "awsvpc"]);
  });

  it("runs every container as a user, read-only, with a writable /tmp", async () => {
    const planned = await plan({
      containers: [
        { name: "web", image },
        { name: "log", image, essential: false },
      ],
    });
    for (const container of containersOf(planned)) {
      expect(container.user).toBe("1654:1654");
      expect(container.readonlyRootFilesystem).toBe(true);
      expect(container.linuxParameters).toEqual({
        initProcessEnabled: true,
        tmpfs: [{ containerPath: "/tmp", size: 64, mountOptions: ["nodev", "nosuid"] }],
      });
      expect(container.environment).toEqual([{ name: "DOTNET_EnableDiagnostics", value: "0" }]);
    }
  });

  it("writes logs to a group of its own that forgets after a year, without blocking the application", async () => {
    const planned = await plan({});
    const group = only(planned, "aws:cloudwatch/logGroup:LogGroup");
    expect(group.inputs).toEqual({ retentionInDays: 365 });
    expect(containersOf(planned)[0].logConfiguration).toEqual({
      logDriver: "awslogs",
      options: {
        "awslogs-group": `\${${group.urn}.name}`,
        "awslogs-region": "us-east-1",
        "awslogs-stream-prefix": "web",
        mode: "non-blocking",
        "max-buffer-size": "25m",
      },
    });
  });

  it("lets the execution role write its own logs and nothing else", async () => {
    const planned = await plan({});
    const group = only(planned, "aws:cloudwatch/logGroup:LogGroup");
    expect(policyOf(planned, "api-execution")).toEqual([
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `\${${group.urn}.arn}:*`,
      },
    ]);
    expect(ofType(planned, "aws:iam/rolePolicy:RolePolicy").map((policy) => policy.name)).toEqual(["api-execution"]);
  });

  it("trusts ECS for tasks of this account and Region", async () => {
    const planned = await plan({});
    const account = "${aws:index/getCallerIdentity:getCallerIdentity().accountId}";
    for (const role of ofType(planned, "aws:iam/role:Role")) {
      expect(JSON.parse(String(role.inputs.assumeRolePolicy)).Statement).toEqual([
        {
          Effect: "Allow",
          Principal: { Service: "ecs-tasks.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:aws:ecs:us-east-1:${account}:*` },
          },
        },
      ]);
    }
  });

  it("reads exactly the secrets that the containers name", async () => {
    const secrets = {
      Password: { secretArn: "arn:secret", jsonKey: "password", kmsKeyArn: "arn:key" },
      User: { secretArn: "arn:secret", jsonKey: "username", kmsKeyArn: "arn:key" },
      Feature: { parameterArn: "arn:parameter" },
    };
    const planned = await plan({ containers: [{ name: "web", image, secrets }] });
    expect(policyOf(planned, "api-execution").slice(1)).toEqual([
      { Sid: "ReadSecrets", Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: ["arn:secret"] },
      { Sid: "ReadParameters", Effect: "Allow", Action: ["ssm:GetParameters"], Resource: ["arn:parameter"] },
      { Sid: "DecryptSecrets", Effect: "Allow", Action: ["kms:Decrypt"], Resource: ["arn:key"] },
    ]);
    expect(containersOf(planned)[0].secrets).toEqual([
      { name: "Feature", valueFrom: "arn:parameter" },
      { name: "Password", valueFrom: "arn:secret:password::" },
      { name: "User", valueFrom: "arn:secret:username::" },
    ]);
  });

  it("mounts a storage by what its mount says, with the permissions that it brings", async () => {
    let task: TaskDefinition | undefined;
    const planned = await record(() => (task = new TaskDefinition("api", { ...base, volumes: [files] })), { config });
    expect(definitionOf(planned).volumes).toEqual([
      { name: "files", efsVolumeConfiguration: { fileSystemId: "fs-1" } },
    ]);
    expect(containersOf(planned)[0].mountPoints[0]).toEqual({
      sourceVolume: "files",
      containerPath: "/data",
      readOnly: false,
    });
    expect(policyOf(planned, "api-task")).toEqual(files.taskRoleStatements);
    expect(task?.clientSecurityGroupIds).toEqual(["sg-files"]);
  });

  it("opens a shell only into a writable file system", async () => {
    const executeCommand = { statements: [] };
    await expect(plan({ executeCommand })).rejects.toThrow(
      /^TaskDefinition "api": ECS Exec .*read-only root file system/,
    );
    const containers = [{ name: "web", image, writableRoot: { reason: "support opens shells" } }];
    const planned = await plan({ executeCommand, containers });
    expect(containersOf(planned)[0].readonlyRootFilesystem).toBe(false);
    expect(containersOf(planned)[0].linuxParameters).toEqual({ initProcessEnabled: true });
  });

  it("warns of a shell in an image that has none", async () => {
    const containers = [{ name: "web", image, writableRoot: { reason: "support opens shells" } }];
    const planned = await plan({ executeCommand: { statements: [] }, containers, imageWithoutShell: true });
    expect(planned.messages).toHaveLength(1);
    expect(planned.messages[0]?.text).toMatch(/^TaskDefinition "api": .*shell/);
  });

  it("waits for the execution role's policy", async () => {
    const planned = await plan({});
    const policy = only(planned, "aws:iam/rolePolicy:RolePolicy");
    expect(only(planned, "aws:ecs/taskDefinition:TaskDefinition").dependencies).toContain(policy.urn);
  });

  it.each<[string, Partial<TaskDefinitionArgs>, string]>([
    [
      "a size that Fargate does not have",
      { cpu: 512, memoryMiB: 8192 },
      "8192 MiB does not fit 512 CPU units. Use 1024–4096, or cpu 1024, 2048 or 4096.",
    ],
    [
      "two containers of one name",
      {
        containers: [
          { name: "web", image },
          { name: "web", image },
        ],
      },
      'Two containers are called "web". Give each a name of its own.',
    ],
    [
      "a task without an essential container",
      { containers: [{ name: "web", image, essential: false }] },
      "No container is essential. Leave essential out for the one that the task is for.",
    ],
    [
      "waiting for a container that is not there",
      { containers: [{ name: "web", image, dependsOn: { init: "SUCCESS" } }] },
      '"web" waits for "init", which is no container. Use web.',
    ],
    [
      "waiting for the health of a container without a check",
      {
        containers: [
          { name: "web", image, dependsOn: { db: "HEALTHY" } },
          { name: "db", image },
        ],
      },
      '"web" waits until "db" is healthy, which has no health check. Add one.',
    ],
    [
      "containers that wait for each other",
      {
        containers: [
          { name: "a", image, dependsOn: { b: "START" } },
          { name: "b", image, dependsOn: { a: "START" } },
        ],
      },
      '"a" waits for itself through dependsOn. Remove one of the steps.',
    ],
    [
      "a storage that is mounted twice",
      { volumes: [files, { ...files, containerPath: "/more" }] },
      'Two volumes are called "files". Mount each storage once.',
    ],
    [
      "two storages at one path",
      { volumes: [files, { ...files, name: "other" }] },
      "Two volumes are mounted at /data. Give each a path of its own.",
    ],
    [
      "a retention that CloudWatch does not have",
      { logRetentionDays: 100 },
      "100 days is no retention that CloudWatch Logs has. Use 90 or 120.",
    ],
    [
      "root without a reason",
      { containers: [{ name: "web", image, user: "0:0" }] },
      '"web" runs as 0:0. Use another user, or say why not in rootUser: { reason }.',
    ],
    [
      "a secret in the clear",
      { containers: [{ name: "web", image, environment: { AWS_SECRET_ACCESS_KEY: "x" } }] },
      '"web" has AWS_SECRET_ACCESS_KEY in the clear. Use the task role, or secrets.',
    ],
    [
      "a setting that is plain and secret",
      { containers: [{ name: "web", image, environment: { A: "x" }, secrets: { A: { parameterArn: "arn" } } }] },
      '"web" has A among environment and secrets. Keep one of them.',
    ],
    [
      "a port that is none",
      { containers: [{ name: "web", image, portMappings: [{ containerPort: 70000 }] }] },
      '"web" listens on 70000, which is no port. Use 1–65535.',
    ],
    [
      "one port for two containers",
      {
        containers: [
          { name: "a", image, portMappings: [{ containerPort: 80 }] },
          { name: "b", image, portMappings: [{ containerPort: 80 }] },
        ],
      },
      "Two containers listen on 80. Containers of a task share their network: give each its own.",
    ],
    [
      "waiting for the end of an essential container",
      {
        containers: [
          { name: "web", image, dependsOn: { init: "SUCCESS" } },
          { name: "init", image },
        ],
      },
      '"web" waits for the end of "init", which is essential. Set its essential to false.',
    ],
    [
      "a writable folder where a volume is",
      { volumes: [files], containers: [{ name: "web", image, writableDirectories: [{ path: "/data" }] }] },
      '"web" writes to /data, where a volume is mounted. Leave it out.',
    ],
    [
      "writable folders larger than the memory",
      { containers: [{ name: "web", image, writableDirectories: [{ path: "/tmp", sizeMiB: 512 }] }] },
      "Writable folders take 512 of 512 MiB. Make them smaller or raise memoryMiB.",
    ],
    [
      "a name that ECS refuses",
      { containers: [{ name: "a.b", image }] },
      '"a.b" is no name of a container. Use letters, digits, - and _.',
    ],
    [
      "a relaxation without its reason",
      { containers: [{ name: "web", image, writableRoot: { reason: " " } }] },
      'The writable root of "web" has no reason. Say why it must write to its file system.',
    ],
  ])("refuses %s", async (_what, args, message) => {
    await expect(plan(args)).rejects.toThrow(`TaskDefinition "api": ${message}`);
  });

  it("runs as root where a reason is given", async () => {
    const planned = await plan({
      containers: [{ name: "web", image, user: "root", rootUser: { reason: "binds port 80" } }],
    });
    expect(containersOf(planned)[0].user).toBe("root");
  });

  it("refuses a name that its roles could not bear", async () => {
    const long = record(() => new TaskDefinition("x".repeat(47), base), { config });
    await expect(long).rejects.toThrow("The name does not fit. Use a letter, then at most 45 letters, digits, - or _.");
  });

  it("reports every mistake at once", async () => {
    const containers = [{ name: "web", image, stopTimeoutSeconds: 121 }];
    const failure = plan({ cpu: 300, containers });
    await expect(failure).rejects.toThrow(/300/);
    await expect(failure).rejects.toThrow(/121/);
  });
});
