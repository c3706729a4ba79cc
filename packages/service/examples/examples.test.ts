import { ofType, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import web from "./web.ts";
import worker from "./worker.ts";

const options = { config: { "aws:region": "us-east-1" }, project: "examples" };

describe("Examples", () => {
  it("plan a website under its domain", async () => {
    const plan = await record(web, options);
    expect(plan.outputs).toEqual({ url: "https://files.example.com", dashboardName: "examples-dev-web" });
    expect(ofType(plan, "aws:appautoscaling/scheduledAction:ScheduledAction")).toHaveLength(2);
  });

  it("plan a worker", async () => {
    const plan = await record(worker, options);
    expect(ofType(plan, "aws:ecs/service:Service")).toHaveLength(1);
    expect(plan.messages).toEqual([]);
  });
});
