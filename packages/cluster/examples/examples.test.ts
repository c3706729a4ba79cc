import { ofType, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import cluster from "./cluster.ts";
import linuxHosts from "./linux-hosts.ts";
import windowsHosts from "./windows-hosts.ts";

const options = { config: { "aws:region": "us-east-1" }, project: "examples" };
const provider = (kind: string, name: string) =>
  `\${acme:cluster:${kind}$aws:ecs/capacityProvider:CapacityProvider::${name}.name}`;

describe("Examples", () => {
  it("plan a cluster on Fargate alone", async () => {
    const plan = await record(cluster, options);
    expect(ofType(plan, "aws:autoscaling/group:Group")).toEqual([]);
    expect(plan.messages).toEqual([]);
  });

  it("plan Windows hosts in a domain", async () => {
    const plan = await record(windowsHosts, options);
    expect(plan.outputs.capacityProviders).toEqual([provider("WindowsCapacity", "windows")]);
    expect(ofType(plan, "aws:iam/rolePolicyAttachment:RolePolicyAttachment")).toHaveLength(3);
    expect(plan.messages).toEqual([]);
  });

  it("plan Linux hosts on Graviton", async () => {
    const plan = await record(linuxHosts, options);
    expect(plan.outputs.capacityProviders).toEqual([provider("LinuxCapacity", "linux")]);
    expect(plan.messages).toEqual([]);
  });
});
