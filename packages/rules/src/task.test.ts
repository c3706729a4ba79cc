import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Feature, featureNames } from "./feature-names.ts";
import { refusalText } from "./refusal.ts";
import { judgeTask, type TaskShape } from "./task.ts";
import { type VolumeKind, volumeNames } from "./volume-support.ts";

const task: TaskShape = {
  launchType: "FARGATE",
  operatingSystemFamily: "LINUX",
  cpuArchitecture: "ARM64",
  cpu: 256,
  memoryMiB: 512,
  volumes: ["efs", "bind"],
  features: ["readonly-root-filesystem", "user", "fargate-spot"],
  containers: 1,
  networkMode: "awsvpc",
};

const windows: TaskShape = {
  launchType: "EC2",
  operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  cpuArchitecture: "X86_64",
  volumes: ["fsx-windows"],
  features: ["ecs-exec"],
  containers: 1,
  networkMode: "awsvpc",
};

describe("judgeTask", () => {
  it("accepts a hardened Linux task with EFS on Fargate Spot, and an IIS task with FSx on EC2", () => {
    expect(judgeTask(task)).toEqual([]);
    expect(judgeTask(windows)).toEqual([]);
  });

  it("says the size that does not fit, in the words of the configuration", () => {
    expect(judgeTask({ ...task, cpu: 512, memoryMiB: 8192 }).map(refusalText)).toEqual([
      "8192 MiB does not fit 512 CPU units. Use 1024–4096, or cpu 1024, 2048 or 4096.",
    ]);
  });

  it("says every mistake at once", () => {
    const wrong: TaskShape = {
      ...task,
      operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
      containers: 11,
      ephemeralStorageGiB: 201,
      networkMode: "bridge",
      volumes: ["efs"],
      features: ["user"],
    };
    expect(judgeTask(wrong).map(refusalText)).toEqual([
      "WINDOWS_SERVER_2022_CORE does not run on ARM64. Use cpuArchitecture X86_64.",
      "Containers per task definition: 11 is not allowed. Use 1–10; the nearest is 10.",
      "Fargate has no Windows task of 256 CPU units. Use cpu 1024 with 2048 MiB; cpu may be 1024, 2048 or 4096.",
      "Ephemeral storage: 201 GiB is not allowed. Use 21–200 GiB; the nearest is 200.",
      "Network mode bridge does not work on Fargate Windows. Use awsvpc.",
      "Fargate Windows does not support EFS volumes. Use FSx for Windows on EC2 Windows.",
      "Fargate Windows does not support a user in the container definition. Set USER in the image, such as ContainerUser.",
    ]);
  });

  it("refuses ephemeral storage outside Fargate", () => {
    expect(judgeTask({ ...windows, ephemeralStorageGiB: 50 }).map(refusalText)).toEqual([
      "EC2 Windows does not support a size of the ephemeral storage. Size the instance's root volume.",
    ]);
  });

  it("asks nothing further about Windows on Managed Instances", () => {
    expect(judgeTask({ ...windows, launchType: "MANAGED_INSTANCES" }).map(({ rule }) => rule)).toEqual([
      "operating-system",
    ]);
  });

  it("gives the same refusals in the same order, whatever the order of the question", () => {
    const anyFeatures = fc.shuffledSubarray(Object.keys(featureNames) as Feature[]);
    const anyVolumes = fc.shuffledSubarray(Object.keys(volumeNames) as VolumeKind[]);
    const anyTask = fc.constantFrom(task, windows);
    fc.assert(
      fc.property(anyTask, anyFeatures, anyVolumes, (base, features, volumes) => {
        const reversed = { ...base, features: features.toReversed(), volumes: volumes.toReversed() };
        expect(judgeTask(reversed)).toEqual(judgeTask({ ...base, features, volumes }));
      }),
    );
  });

  it("ends no problem and no fix with a full stop", () => {
    const everything: Partial<TaskShape> = {
      volumes: Object.keys(volumeNames) as VolumeKind[],
      features: Object.keys(featureNames) as Feature[],
    };
    for (const base of [task, windows])
      for (const { problem, fix } of judgeTask({ ...base, ...everything }))
        expect([problem, fix]).toEqual([expect.stringMatching(/[^.]$/), expect.stringMatching(/[^.]$/)]);
  });
});

describe("An override", () => {
  const wrong: TaskShape = { ...task, volumes: ["fsx-windows"], containers: 11 };

  it("turns its own rule into a warning that names the reason, and no other", () => {
    expect(judgeTask(wrong, [{ rule: "volume", reason: "announced on 2026-11-20" }])).toEqual([
      {
        rule: "limit",
        severity: "error",
        problem: "Containers per task definition: 11 is not allowed",
        fix: "Use 1–10; the nearest is 10",
      },
      {
        rule: "volume",
        severity: "warning",
        problem: "Fargate Linux does not support FSx for Windows volumes (allowed here: announced on 2026-11-20)",
        fix: "Use EFS, or launch type EC2 with Windows",
      },
    ]);
  });

  it("without a reason changes nothing and is an error itself", () => {
    expect(judgeTask({ ...task, containers: 11 }, [{ rule: "limit", reason: " " }])).toEqual([
      ...judgeTask({ ...task, containers: 11 }),
      {
        rule: "override",
        severity: "error",
        problem: 'The override of rule "limit" has no reason',
        fix: "Say why AWS allows it, or remove it",
      },
    ]);
  });

  it("cannot pass the refusal of an override without a reason", () => {
    const overrides = [
      { rule: "override", reason: "because" },
      { rule: "limit", reason: "" },
    ] as const;
    expect(judgeTask(task, [...overrides]).map(({ severity }) => severity)).toEqual(["error"]);
  });
});
