import { describe, expect, it } from "vitest";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import { loadBalancerMistakes, portOf } from "./load-balanced-service-check.ts";
import { balanced, planBalanced, task } from "./test-service.ts";

const admin = { containerName: "web", containerPort: 9090 };
const twoPorts = { ...task, ports: [...task.ports, admin] };
const mistakesOf = (args: Partial<LoadBalancedServiceArgs>) => loadBalancerMistakes("api", { ...balanced, ...args });

describe("loadBalancerMistakes", () => {
  it("finds nothing in a domain, two zones and one port", () => {
    expect(mistakesOf({})).toEqual([]);
  });

  it("finds nothing in plain HTTP with a reason", () => {
    expect(mistakesOf({ domain: undefined, plainHttp: { reason: "dev has no domain" } })).toEqual([]);
  });

  it.each<[Partial<LoadBalancedServiceArgs>, string]>([
    [
      { domain: undefined },
      "There is no domain, so nothing would be encrypted. Give a domain, or say in plainHttp.reason why not.",
    ],
    [{ domain: undefined, plainHttp: { reason: " " } }, "plainHttp has no reason. Say why TLS can be left out."],
    [
      { plainHttp: { reason: "why not" } },
      "plainHttp does not go with a domain, which is served with TLS. Leave one of them out.",
    ],
    [
      { publicSubnetIds: ["public-a"] },
      "publicSubnetIds has 1 of the two zones that a load balancer needs. Give a subnet in each.",
    ],
    [
      { internal: true, privateSubnetIds: ["private-a"] },
      "privateSubnetIds has 1 of the two zones that a load balancer needs. Give a subnet in each.",
    ],
    [{ task: { ...task, ports: [] } }, "The task listens on no port. Give one of its containers portMappings."],
    [{ task: twoPorts }, "The task listens on web:8080, web:9090. Name the one for the requests in port."],
    [{ port: admin }, "The task does not listen on web:9090. Use web:8080."],
    [
      { task: { ...task, shape: { ...task.shape, launchType: "EC2", networkMode: "bridge" } } },
      "The load balancer sends requests to addresses of the tasks, and network mode bridge gives them none. Use awsvpc.",
    ],
    [{ drainSeconds: -1 }, "drainSeconds -1 is not allowed. Use 0–3600."],
    [{ healthCheckGracePeriodSeconds: -5 }, "healthCheckGracePeriodSeconds -5 is not allowed. Use 0–2147483647."],
    [{ accessLogs: { retentionDays: 0 } }, "accessLogs.retentionDays 0 is not allowed. Use 1–2147483647."],
    [{ alarms: { errorsPerMinute: 0 } }, "alarms.errorsPerMinute 0 is always reached. Use 1 or more."],
    [{ alarms: { latencyP99Seconds: 0 } }, "alarms.latencyP99Seconds 0 is always reached. Use more than 0."],
  ])("says what is wrong, %#", (args, message) => {
    expect(mistakesOf(args)).toEqual([message]);
  });

  it.each(["Api", "1api", "a".repeat(25), "internal-api", "my_api"])("refuses the name %s", (name) => {
    expect(loadBalancerMistakes(name, balanced)).toEqual([
      `The load balancer and the log bucket cannot be named after "${name}". ` +
        "Use up to 24 lower-case letters, digits and hyphens that begin with a letter, but not with internal-.",
    ]);
  });

  it("stops the component in one line with its name", async () => {
    await expect(planBalanced({ domain: undefined })).rejects.toThrow(
      'LoadBalancedService "api": There is no domain, so nothing would be encrypted. Give a domain, or say in plainHttp.reason why not.',
    );
  });
});

describe("portOf", () => {
  it("is the only port, or the one that is named", () => {
    expect(portOf(balanced)).toEqual({ containerName: "web", containerPort: 8080 });
    expect(portOf({ ...balanced, task: twoPorts, port: admin })).toEqual(admin);
  });
});
