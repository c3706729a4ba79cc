import { only, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { Mount } from "./mount.ts";
import { TaskDefinition } from "./task-definition.ts";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";

const image = "mcr.microsoft.com/dotnet/framework/samples:aspnetapp-windowsservercore-ltsc2022";
const onHosts: TaskDefinitionArgs = {
  launchType: "EC2",
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  containers: [{ name: "web", image, cpu: 1024, memoryMiB: 2048, portMappings: [{ containerPort: 80 }] }],
};
const onFargate: TaskDefinitionArgs = {
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  cpu: 1024,
  memoryMiB: 2048,
  containers: [{ name: "web", image, portMappings: [{ containerPort: 80 }] }],
};
const config = { "aws:region": "us-east-1" };
const plan = (args: TaskDefinitionArgs) =>
  record(() => new TaskDefinition("web", args), { config, project: "shop", environment: "prod" });
const definitionOf = async (args: TaskDefinitionArgs) =>
  only(await plan(args), "aws:ecs/taskDefinition:TaskDefinition").inputs;
const containerOf = async (args: TaskDefinitionArgs) =>
  JSON.parse(String((await definitionOf(args)).containerDefinitions))[0];
const files: Mount = {
  kind: "fsx-windows",
  name: "files",
  containerPath: "C:\\data",
  volume: {
    fsxWindowsFileServerVolumeConfiguration: {
      fileSystemId: "fs-1",
      rootDirectory: "share",
      authorizationConfig: { credentialsParameter: "secret-arn", domain: "corp.example.com" },
    },
  },
};

describe("A TaskDefinition for EC2 Windows", () => {
  it("names its platform whole, and no size of the task, which Windows would ignore", async () => {
    const { cpu, memory, networkMode, requiresCompatibilities, runtimePlatform } = await definitionOf(onHosts);
    expect({ cpu, memory, networkMode, requiresCompatibilities, runtimePlatform }).toEqual({
      cpu: undefined,
      memory: undefined,
      networkMode: "awsvpc",
      requiresCompatibilities: ["EC2"],
      runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" },
    });
  });

  it("leaves every Linux parameter out of its containers", async () => {
    const { logConfiguration, ...container } = await containerOf({ ...onHosts, volumes: [files] });
    expect(container).toEqual({
      name: "web",
      image,
      essential: true,
      cpu: 1024,
      memory: 2048,
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
      mountPoints: [{ containerPath: "C:\\data", readOnly: false, sourceVolume: "files" }],
      stopTimeout: 30,
    });
    expect(logConfiguration.logDriver).toBe("awslogs");
  });

  it("reserves what its containers ask for together, whatever the task says", async () => {
    const second = { name: "log", image, cpu: 256, memoryMiB: 512, essential: false };
    let task: TaskDefinition | undefined;
    await record(
      () => {
        task = new TaskDefinition("web", { ...onHosts, containers: [...onHosts.containers, second], cpu: 4096 });
      },
      { config },
    );
    expect(task?.shape.reservation).toEqual({ cpu: 1280, memoryMiB: 2560 });
  });

  it("says that a size on the task counts for nothing", async () => {
    const { messages } = await plan({ ...onHosts, cpu: 1024, memoryMiB: 2048 });
    expect(messages.map(({ text }) => text)).toEqual([
      'TaskDefinition "web": EC2 Windows ignores the task\'s cpu 1024 and memoryMiB 2048. Set cpu and memoryMiB on every container.',
    ]);
  });

  it("lets the host choose the port where the task has no interface of its own", async () => {
    const args: TaskDefinitionArgs = { ...onHosts, networkMode: "default" };
    expect((await definitionOf(args)).networkMode).toBeUndefined();
    expect((await containerOf(args)).portMappings).toEqual([{ containerPort: 80, hostPort: 0, protocol: "tcp" }]);
  });

  const container = onHosts.containers[0] as TaskDefinitionArgs["containers"][0];
  const withContainer = (changed: Partial<typeof container>) => ({
    ...onHosts,
    containers: [{ ...container, ...changed }],
  });
  const shell = { statements: [] };
  const linuxFiles: Mount = { ...files, kind: "efs", volume: { efsVolumeConfiguration: { fileSystemId: "fs-1" } } };
  it.each<[string, TaskDefinitionArgs, string]>([
    [
      "a container without a size",
      withContainer({ cpu: undefined, memoryMiB: undefined }),
      '"web" has no cpu and memoryMiB of its own, and EC2 Windows ignores the task\'s. Set it on the container.',
    ],
    [
      "a size that is none",
      withContainer({ cpu: 0, memoryMiB: -5 }),
      '"web" has cpu 0, which is no size. Use a whole number from 1 on. "web" has memoryMiB -5, which is no size. Use a whole number from 1 on.',
    ],
    [
      "a user",
      withContainer({ user: "ContainerUser" }),
      "EC2 Windows does not support a user in the container definition. Set USER in the image, such as ContainerUser.",
    ],
    [
      "a writable root, which every container has",
      withContainer({ writableRoot: { reason: "logs" } }),
      '"web" has writableRoot, and Windows containers always can write. Leave it out.',
    ],
    [
      "a folder in memory",
      withContainer({ writableDirectories: [{ path: "/tmp" }] }),
      "EC2 Windows does not support tmpfs mounts. Use a bind volume for the folders that need writing.",
    ],
    [
      "a Linux path",
      { ...onHosts, volumes: [{ ...files, containerPath: "/data" }] },
      "/data is no path in a Windows container. Use one such as C:\\data.",
    ],
    ["EFS", { ...onHosts, volumes: [linuxFiles] }, "EC2 Windows does not support EFS volumes."],
    ["ARM64", { ...onHosts, cpuArchitecture: "ARM64" }, "WINDOWS_SERVER_2022_CORE does not run on ARM64."],
    [
      "ECS Exec on Windows Server 2025",
      { ...onHosts, operatingSystemFamily: "WINDOWS_SERVER_2025_CORE", executeCommand: shell },
      "WINDOWS_SERVER_2025_CORE does not support ECS Exec. Use WINDOWS_SERVER_2022_CORE.",
    ],
  ])("refuses %s", async (_what, args, message) => {
    await expect(plan(args)).rejects.toThrow(message);
  });

  it("allows ECS Exec on Windows Server 2022", async () => {
    await expect(plan({ ...onHosts, executeCommand: shell })).resolves.toBeDefined();
  });
});

describe("A TaskDefinition for Windows on Fargate", () => {
  it("has the size of the task, and no Linux parameters", async () => {
    const { cpu, memory, requiresCompatibilities } = await definitionOf(onFargate);
    expect({ cpu, memory, requiresCompatibilities }).toEqual({
      cpu: "1024",
      memory: "2048",
      requiresCompatibilities: ["FARGATE"],
    });
    expect(Object.keys(await containerOf(onFargate)).sort()).toEqual(
      ["name", "image", "essential", "portMappings", "stopTimeout", "logConfiguration"].sort(),
    );
  });

  it.each<[string, Partial<TaskDefinitionArgs>, string]>([
    [
      "less than a vCPU",
      { cpu: 512, memoryMiB: 1024 },
      "Fargate has no Windows task of 512 CPU units. Use cpu 1024 with 2048 MiB; cpu may be 1024, 2048 or 4096.",
    ],
    ["more than 4 vCPU", { cpu: 8192, memoryMiB: 16384 }, "Fargate has no Windows task of 8192 CPU units."],
    [
      "Windows Server 2025",
      { operatingSystemFamily: "WINDOWS_SERVER_2025_CORE" },
      "WINDOWS_SERVER_2025_CORE does not run on FARGATE. Use WINDOWS_SERVER_2022_CORE, or launch type EC2.",
    ],
    ["FSx for Windows", { volumes: [files] }, "Fargate Windows does not support FSx for Windows volumes."],
    [
      "the host's network",
      { networkMode: "default" },
      "Network mode default does not work on Fargate Windows. Use awsvpc.",
    ],
  ])("refuses %s", async (_what, changed, message) => {
    await expect(plan({ ...onFargate, ...changed })).rejects.toThrow(message);
  });
});

describe("A TaskDefinition for EC2 Linux", () => {
  const onLinux: TaskDefinitionArgs = { launchType: "EC2", containers: [{ name: "web", image: "web@sha256:1" }] };

  it("needs a memory limit of the task or of each container", async () => {
    await expect(plan(onLinux)).rejects.toThrow(
      'TaskDefinition "web": Neither "web" nor the task has a memory limit. Set memoryMiB on one of them.',
    );
    await expect(plan({ ...onLinux, memoryMiB: 512 })).resolves.toBeDefined();
  });

  it("keeps its user and its read-only root", async () => {
    const { user, readonlyRootFilesystem } = await containerOf({ ...onLinux, memoryMiB: 512 });
    expect([user, readonlyRootFilesystem]).toEqual(["1654:1654", true]);
  });
});
