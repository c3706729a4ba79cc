import { only, type Plan } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { dashboardBody } from "./dashboard.ts";
import { planBackground, planBalanced, ref } from "./test-service.ts";

interface Widget {
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  properties: { title: string; alarms?: string[]; metrics?: unknown[][]; region?: string };
}

const widgetsOf = (plan: Plan): Widget[] =>
  JSON.parse(String(only(plan, "aws:cloudwatch/dashboard:Dashboard").inputs.dashboardBody)).widgets;
const titlesOf = (plan: Plan) => widgetsOf(plan).map(({ properties }) => properties.title);

describe("Dashboard", () => {
  it("is named after project, environment and service", async () => {
    const { inputs } = only(await planBalanced(), "aws:cloudwatch/dashboard:Dashboard");
    expect(inputs.dashboardName).toBe("shop-prod-api");
  });

  it("shows the alarms, what clients see and what the tasks use", async () => {
    expect(titlesOf(await planBalanced())).toEqual([
      "Alarms",
      "Requests and errors a minute",
      "Seconds to answer",
      "Tasks that serve",
      "CPU and memory, % of what the tasks have",
    ]);
  });

  it("shows no requests where there are none", async () => {
    expect(titlesOf(await planBackground())).toEqual(["Alarms", "CPU and memory, % of what the tasks have"]);
  });

  it("shows every alarm", async () => {
    const [alarms] = widgetsOf(await planBalanced());
    expect(alarms?.properties.alarms).toHaveLength(6);
    expect(alarms?.properties.alarms).toContain(ref("aws:cloudwatch/metricAlarm:MetricAlarm", "api-cpu", "arn"));
  });
});

describe("dashboardBody", () => {
  const args = { region: "us-east-1", clusterName: "apps", serviceName: "api-1", alarmArns: ["alarm-arn"] };
  const traffic = { loadBalancer: "app/api/1", targetGroup: "targetgroup/api/2" };
  const { widgets } = dashboardBody({ ...args, traffic }) as { widgets: Widget[] };

  it("puts no graph on another", () => {
    const places = widgets.map(({ x, y }) => `${x},${y}`);
    expect(places).toEqual(["0,0", "0,3", "12,3", "0,9", "12,9"]);
  });

  it("counts the load balancer's own errors without a target group", () => {
    expect(widgets[1]?.properties.metrics?.at(-1)).toEqual([
      "AWS/ApplicationELB",
      "HTTPCode_ELB_5XX_Count",
      "LoadBalancer",
      "app/api/1",
      { stat: "Sum", label: "5xx of the load balancer" },
    ]);
  });

  it("reads the service's metrics in its region", () => {
    const { region, metrics } = widgets[4]?.properties ?? {};
    expect(region).toBe("us-east-1");
    expect(metrics?.[0]).toEqual([
      "AWS/ECS",
      "CPUUtilization",
      "ClusterName",
      "apps",
      "ServiceName",
      "api-1",
      { stat: "Average", label: "CPU, all tasks" },
    ]);
  });
});
