import { describe, expect, it } from "vitest";
import type { Plan } from "../plan.ts";
import { printed } from "./reference.ts";
import { stackOutputsOf } from "./stack-outputs.ts";

const plan: Plan = {
  project: "network",
  environment: "dev",
  provider: {},
  resources: [],
  outputs: {
    zones: ["a", "b"],
    ids: ["${aws:ec2/subnet:Subnet::s.id}"],
    web: { url: "https://${lb.dnsName}", port: 443 },
  },
  messages: [],
};

describe("stackOutputsOf", () => {
  const outputs = stackOutputsOf("organization/network/dev", [plan]);

  it("gives what the plan knows as it is", () => {
    expect(outputs.zones).toEqual(["a", "b"]);
    expect((outputs.web as Record<string, unknown>).port).toBe(443);
  });

  it("names what only AWS knows by the stack and the output's path", () => {
    expect(printed((outputs.ids as string[])[0] ?? "")).toBe("${network.ids[0]}");
    expect(printed((outputs.web as Record<string, string>).url ?? "")).toBe("${network.web.url}");
  });

  it("refuses a stack that is not planned", () => {
    expect(() => stackOutputsOf("organization/network/prod", [plan])).toThrow(
      "The stack organization/network/prod is read, and there is no plan of it.",
    );
  });
});
