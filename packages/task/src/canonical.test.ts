import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "./canonical.ts";

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const named = (value: "value" | "valueFrom") =>
  fc.uniqueArray(fc.record({ name, [value]: fc.string() }), { selector: (pair) => pair.name, maxLength: 5 });
const container = fc.record(
  {
    name,
    image: fc.string(),
    essential: fc.boolean(),
    cpu: fc.integer({ min: 0, max: 4096 }),
    environment: named("value"),
    secrets: named("valueFrom"),
    command: fc.array(fc.string(), { maxLength: 3 }),
    portMappings: fc.uniqueArray(
      fc.record(
        { containerPort: fc.integer({ min: 1, max: 65535 }), protocol: fc.constantFrom("tcp", "udp") },
        { requiredKeys: ["containerPort"] },
      ),
      { selector: (port) => port.containerPort, maxLength: 3 },
    ),
    mountPoints: fc.uniqueArray(
      fc.record(
        { sourceVolume: name, containerPath: name, readOnly: fc.boolean() },
        { requiredKeys: ["sourceVolume", "containerPath"] },
      ),
      { selector: (point) => point.containerPath, maxLength: 3 },
    ),
    healthCheck: fc.record(
      { command: fc.array(fc.string(), { minLength: 1, maxLength: 2 }), startPeriod: fc.integer({ min: 0, max: 300 }) },
      { requiredKeys: ["command"] },
    ),
  },
  { requiredKeys: ["name", "image"] },
);
const containers = fc.uniqueArray(container, { selector: (each) => each.name, minLength: 1, maxLength: 4 });

/** What DescribeTaskDefinition makes of a definition: defaults filled in, empty lists added, in an order of its own. */
function readBack(definitions: Record<string, unknown>[]): Record<string, unknown>[] {
  return definitions.toReversed().map((each) => ({
    cpu: 0,
    essential: true,
    volumesFrom: [],
    systemControls: [],
    ...each,
    environment: ((each.environment ?? []) as unknown[]).toReversed(),
    mountPoints: ((each.mountPoints ?? []) as object[]).map((point) => ({ readOnly: false, ...point })).toReversed(),
    portMappings: ((each.portMappings ?? []) as { containerPort: number }[]).map((port) => ({
      hostPort: port.containerPort,
      protocol: "tcp",
      ...port,
    })),
    ...(each.healthCheck !== undefined && {
      healthCheck: { interval: 30, timeout: 5, retries: 3, ...(each.healthCheck as object) },
    }),
  }));
}

describe("canonical", () => {
  it("leaves canonical definitions as they are", () => {
    fc.assert(
      fc.property(containers, (given) => {
        expect(canonical(canonical(given))).toEqual(canonical(given));
      }),
    );
  });

  it("gives what ECS reads back the form of what was sent", () => {
    fc.assert(
      fc.property(containers, (given) => {
        expect(JSON.stringify(canonical(readBack(given)))).toBe(JSON.stringify(canonical(given)));
      }),
    );
  });

  it("sorts containers, settings and keys", () => {
    const [first, second] = canonical([
      {
        name: "b",
        image: "b",
        environment: [
          { name: "Z", value: "1" },
          { name: "A", value: "2" },
        ],
      },
      { name: "a", image: "a" },
    ]);
    expect(JSON.stringify(first)).toBe('{"essential":true,"image":"a","name":"a"}');
    expect(second?.environment).toEqual([
      { name: "A", value: "2" },
      { name: "Z", value: "1" },
    ]);
  });

  it("keeps the order of a command, which means something", () => {
    expect(canonical([{ name: "a", command: ["sweep", "--older-than", "30d"] }])[0]?.command).toEqual([
      "sweep",
      "--older-than",
      "30d",
    ]);
  });
});
