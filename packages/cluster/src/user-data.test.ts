import { record } from "@acme/plan";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { encodeUserData, toBase64 } from "./user-data.ts";

describe("encodeUserData", () => {
  it("shows the text in a plan, with its references in place", async () => {
    const { outputs } = await record(() => {
      const cluster = new aws.ecs.Cluster("main");
      return { data: encodeUserData(pulumi.interpolate`ECS_CLUSTER=${cluster.name}`) };
    });
    expect(outputs.data).toBe("base64:ECS_CLUSTER=${aws:ecs/cluster:Cluster::main.name}");
  });
});

describe("toBase64", () => {
  it("encodes the text as UTF-8", () => {
    expect(toBase64("echo é")).toBe("ZWNobyDDqQ==");
  });

  it("takes 16384 bytes and no more", () => {
    expect(toBase64("x".repeat(16_384))).toHaveLength(21_848);
    expect(() => toBase64(`${"x".repeat(16_383)}é`)).toThrow(
      "User data has 16385 bytes, and EC2 takes 16384. Shorten what it is made of.",
    );
  });
});
