import { ofType, only, type Plan, record } from "@acme/plan";
import type { TaskShape } from "@acme/rules";
import { BackgroundService, type BackgroundServiceArgs } from "./background-service.ts";
import { LoadBalancedService } from "./load-balanced-service.ts";
import type { LoadBalancedServiceArgs } from "./load-balanced-service-args.ts";
import type { TaskReference } from "./task-reference.ts";

/** What a task on Fargate looks like to the rules. */
export const shape: TaskShape = {
  launchType: "FARGATE",
  operatingSystemFamily: "LINUX",
  cpuArchitecture: "X86_64",
  cpu: 256,
  memoryMiB: 512,
  volumes: [],
  features: [],
  containers: 1,
};

/** A task that listens on one port. */
export const task: TaskReference = {
  taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/api:7",
  clientSecurityGroupIds: [],
  ports: [{ containerName: "web", containerPort: 8080 }],
  shape,
  executeCommand: false,
};

/** The least that a service without a load balancer is given. */
export const background: BackgroundServiceArgs = {
  cluster: { clusterArn: "cluster-arn", clusterName: "apps" },
  task,
  vpcId: "vpc-1",
  privateSubnetIds: ["private-a", "private-b"],
  alarmTopicArn: "topic-arn",
};

/** The least that a service behind a load balancer is given. */
export const balanced: LoadBalancedServiceArgs = {
  ...background,
  publicSubnetIds: ["public-a", "public-b"],
  domain: { name: "files.example.com", zoneId: "Z1" },
};

const options = { config: { "aws:region": "us-east-1" }, project: "shop", environment: "prod" };

/** The plan of a BackgroundService. */
export function planBackground(args: Partial<BackgroundServiceArgs> = {}, name = "mail"): Promise<Plan> {
  return record(() => new BackgroundService(name, { ...background, ...args }), options);
}

/** The plan of a LoadBalancedService "api". */
export function planBalanced(args: Partial<LoadBalancedServiceArgs> = {}, name = "api"): Promise<Plan> {
  return record(() => new LoadBalancedService(name, { ...balanced, ...args }), options);
}

/** The inputs of the only ECS service. */
export function serviceOf(plan: Plan): Record<string, unknown> {
  return only(plan, "aws:ecs/service:Service").inputs;
}

/** The names of the resources of a type, in the order of the plan. */
export function namesOf(plan: Plan, type: string): string[] {
  return ofType(plan, type).map((resource) => resource.name);
}

/** The reference to a property of a direct child of the LoadBalancedService. */
export function ref(type: string, name: string, property: string): string {
  return `\${acme:service:LoadBalancedService$${type}::${name}.${property}}`;
}
