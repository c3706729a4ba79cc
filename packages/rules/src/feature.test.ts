import { describe, expect, it } from "vitest";
import { featureOn, judgeFeatures } from "./feature.ts";
import { type Feature, featureNames } from "./feature-names.ts";
import { featureSupport } from "./feature-support.ts";
import { type Platform, platformNames } from "./types.ts";

const platforms = Object.keys(platformNames) as Platform[];

describe("Features", () => {
  it.each<[Feature, string]>([
    // Fargate Linux, Fargate Windows, EC2 Linux, EC2 Windows, Managed Instances
    ["ecs-exec", "yes yes yes yes yes"],
    ["readonly-root-filesystem", "yes no yes no yes"],
    ["user", "yes no yes no yes"],
    ["service-connect", "yes no yes no yes"],
    ["firelens", "yes no yes no yes"],
    ["other-log-driver", "no no yes yes no"],
    ["fargate-spot", "yes no no no no"],
    ["ephemeral-storage", "yes yes no no no"],
    ["linux-parameters", "yes no yes no yes"],
    ["added-capabilities", "no no yes no yes"],
    ["devices", "no no yes no yes"],
    ["shared-memory-size", "no no yes no no"],
    ["swap", "no no yes no no"],
    ["tmpfs", "yes no yes no yes"],
    ["ulimits", "yes no yes no yes"],
    ["privileged", "no no yes no yes"],
    ["pid-mode-task", "yes no yes no yes"],
    ["pid-mode-host", "no no yes no yes"],
    ["ipc-mode", "no no yes no yes"],
    ["gpu", "no no yes no yes"],
    ["gmsa", "yes no yes yes no"],
    ["eni-trunking", "no no yes no yes"],
    ["public-ip", "yes yes no no no"],
    ["links", "no no yes no no"],
    ["dns-settings", "no no yes no no"],
    ["disable-networking", "no no yes no no"],
    ["extra-hosts", "no no yes no yes"],
    ["docker-security-options", "no no yes yes no"],
    ["placement-constraints", "no no yes yes yes"],
    ["proxy-configuration", "yes no yes no no"],
    ["host-source-path", "no no yes yes yes"],
    ["shell-health-check", "yes yes yes yes yes"],
    ["image-without-shell", "yes yes yes yes yes"],
  ])("include %s where AWS says so", (feature, answers) => {
    expect(platforms.map((platform) => (featureOn(feature, platform).supported ? "yes" : "no")).join(" ")).toBe(
      answers,
    );
  });

  it("have exactly one row for each feature and platform", () => {
    const cells = featureSupport.flatMap((row) => row.platforms.map((platform) => `${row.feature} ${platform}`));
    const expected = Object.keys(featureNames).flatMap((name) => platforms.map((platform) => `${name} ${platform}`));
    expect(cells.toSorted()).toEqual(expected.toSorted());
  });

  it("name an alternative wherever they are missing", () => {
    expect(featureSupport.filter((row) => !row.supported && !row.alternative)).toEqual([]);
  });

  it("are refused with the alternative", () => {
    expect(judgeFeatures(["service-connect"], "ec2-windows")).toEqual([
      {
        rule: "feature",
        severity: "error",
        problem: "EC2 Windows does not support Service Connect",
        fix: "Use Cloud Map service discovery or an internal load balancer",
      },
    ]);
  });

  it("refuse ECS Exec with a read-only root file system", () => {
    expect(judgeFeatures(["readonly-root-filesystem", "ecs-exec"], "fargate-linux")).toEqual([
      {
        rule: "feature",
        severity: "error",
        problem: "ECS Exec does not work with a read-only root file system, because its agent writes to it",
        fix: "Turn ECS Exec off, or make the root file system writable",
      },
    ]);
  });

  it("warn about ECS Exec in an image without a shell", () => {
    expect(judgeFeatures(["ecs-exec", "image-without-shell"], "fargate-linux")).toEqual([
      {
        rule: "feature",
        severity: "warning",
        problem: "ECS Exec finds no shell in the image, and no script and cat to log a session with",
        fix: "Use an image with a shell where sessions are wanted, or turn ECS Exec off",
      },
    ]);
  });

  it("refuse a shell health check in an image without a shell", () => {
    expect(judgeFeatures(["shell-health-check", "image-without-shell"], "fargate-linux")).toEqual([
      {
        rule: "feature",
        severity: "error",
        problem: "A CMD-SHELL health check always fails in an image without a shell",
        fix: "Use CMD with a program of the image, or the load balancer's health check",
      },
    ]);
  });

  it("want memory on a task with Service Connect on instances", () => {
    expect(judgeFeatures(["service-connect"], "ec2-linux", { memoryMiB: 512 })).toEqual([]);
    expect(judgeFeatures(["service-connect"], "ec2-linux")).toEqual([
      {
        rule: "feature",
        severity: "error",
        problem: "Service Connect needs a memory size on the task, which has none",
        fix: "Set memoryMiB, with about 64 MiB and 256 CPU units for the proxy",
      },
    ]);
  });
});
