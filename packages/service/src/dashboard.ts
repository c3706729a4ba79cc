import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

type Text = pulumi.Input<string>;

/** What a dashboard shows. */
export interface DashboardArgs {
  region: Text;
  clusterName: Text;
  serviceName: Text;
  alarmArns: Text[];
  /**
   * The `arnSuffix` of the load balancer and of the target group.
   *
   * @default - no graphs of requests
   */
  traffic?: { loadBalancer: Text; targetGroup: Text };
}

/** One line of a graph: name of the metric, statistic, label. */
type Line = [metric: string, stat: string, label: string];

/** Creates the service's dashboard, at 3.00 USD a month. A dashboard has a physical name: project, environment, service. */
export function createDashboard(
  parent: pulumi.Resource,
  name: string,
  args: Omit<DashboardArgs, "region">,
): aws.cloudwatch.Dashboard {
  const region = aws.getRegionOutput().region;
  return new aws.cloudwatch.Dashboard(
    name,
    {
      dashboardName: `${pulumi.getProject()}-${pulumi.getStack()}-${name}`,
      dashboardBody: pulumi.jsonStringify(dashboardBody({ ...args, region })),
    },
    { parent },
  );
}

/** The dashboard: which alarms are on, what clients see, what the tasks use. */
export function dashboardBody(args: DashboardArgs): object {
  const graphs = [...(args.traffic === undefined ? [] : trafficGraphs(args.region, args.traffic)), useGraph(args)];
  return {
    widgets: [
      { type: "alarm", x: 0, y: 0, width: 24, height: 3, properties: { title: "Alarms", alarms: args.alarmArns } },
      ...graphs.map((properties, index) => ({
        type: "metric",
        x: 12 * (index % 2),
        y: 3 + 6 * Math.floor(index / 2),
        width: 12,
        height: 6,
        properties,
      })),
    ],
  };
}

function trafficGraphs(region: Text, { loadBalancer, targetGroup }: { loadBalancer: Text; targetGroup: Text }) {
  const dimensions = ["TargetGroup", targetGroup, "LoadBalancer", loadBalancer];
  const ofTargets = (title: string, lines: Line[]) => graph(region, title, "AWS/ApplicationELB", dimensions, lines);
  const requests = ofTargets("Requests and errors a minute", [
    ["RequestCount", "Sum", "requests"],
    ["HTTPCode_Target_4XX_Count", "Sum", "4xx of the application"],
    ["HTTPCode_Target_5XX_Count", "Sum", "5xx of the application"],
  ]);
  const unanswered = [
    "AWS/ApplicationELB",
    "HTTPCode_ELB_5XX_Count",
    "LoadBalancer",
    loadBalancer,
    { stat: "Sum", label: "5xx of the load balancer" },
  ];
  return [
    { ...requests, metrics: [...requests.metrics, unanswered] },
    ofTargets("Seconds to answer", [
      ["TargetResponseTime", "p50", "half of the requests"],
      ["TargetResponseTime", "p99", "99 of 100 requests"],
    ]),
    ofTargets("Tasks that serve", [
      ["HealthyHostCount", "Minimum", "healthy"],
      ["UnHealthyHostCount", "Maximum", "unhealthy"],
    ]),
  ];
}

function useGraph({ region, clusterName, serviceName }: DashboardArgs) {
  const dimensions = ["ClusterName", clusterName, "ServiceName", serviceName];
  return graph(region, "CPU and memory, % of what the tasks have", "AWS/ECS", dimensions, [
    ["CPUUtilization", "Average", "CPU, all tasks"],
    ["CPUUtilization", "Maximum", "CPU, busiest task"],
    ["MemoryUtilization", "Maximum", "memory, fullest task"],
  ]);
}

function graph(region: Text, title: string, namespace: string, dimensions: Text[], lines: Line[]) {
  return {
    title,
    region,
    view: "timeSeries",
    period: 60,
    metrics: lines.map(([metric, stat, label]) => [namespace, metric, ...dimensions, { stat, label }]),
  };
}
