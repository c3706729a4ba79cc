import { describe, expect, it } from "vitest";
import { rolledBack } from "./rollout.ts";

const arn = (revision: number) => `arn:aws:ecs:us-east-1:123456789012:task-definition/api:${revision}`;

describe("rolledBack", () => {
  it("says nothing where the service runs what it was asked to", () => {
    expect(rolledBack(arn(7), arn(7), "api-1a2b3c4")).toBeUndefined();
  });

  it("takes a family with its revision for its ARN", () => {
    expect(rolledBack("api:7", arn(7), "api-1a2b3c4")).toBeUndefined();
  });

  it("names both versions and what to read where ECS went back", () => {
    expect(rolledBack(arn(6), arn(7), "api-1a2b3c4")).toBe(
      "ECS runs api:6 and not api:7: the new version was rolled back. Read the events of service api-1a2b3c4 " +
        "and the logs of its stopped tasks, mend the cause and run up again.",
    );
  });
});
