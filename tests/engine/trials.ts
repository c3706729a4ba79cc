import type { Emulator } from "./emulator.ts";

const NAME = "trial";

/** Whether a new ECS service of two tasks runs both. It is gone afterwards. */
export async function runsTasks(emulator: Emulator): Promise<boolean> {
  const ecs = async (operation: string, input: object) => {
    const target = `AmazonEC2ContainerServiceV20141113.${operation}`;
    const response = await emulator.ask({ service: "ecs", target, body: JSON.stringify(input) });
    return (await response.json()) as { service?: { runningCount: number } };
  };
  await ecs("CreateCluster", { clusterName: NAME });
  await ecs("RegisterTaskDefinition", {
    family: NAME,
    containerDefinitions: [{ name: "app", image: "app", memory: 64 }],
  });
  const asked = { cluster: NAME, serviceName: NAME, taskDefinition: `${NAME}:1`, desiredCount: 2 };
  const { service } = await ecs("CreateService", asked);
  await ecs("DeleteService", { cluster: NAME, service: NAME, force: true });
  await ecs("DeleteCluster", { cluster: NAME });
  await ecs("DeregisterTaskDefinition", { taskDefinition: `${NAME}:1` });
  return service?.runningCount === 2;
}

/** Whether the tags of a launch template stay its own, and do not become those of instances. It is gone afterwards. */
export async function keepsTagsOfLaunchTemplates(emulator: Emulator): Promise<boolean> {
  const ec2 = async (action: string, input: Record<string, string>) => {
    const body = new URLSearchParams({ Action: action, Version: "2016-11-15", LaunchTemplateName: NAME, ...input });
    return (await emulator.ask({ service: "ec2", body })).text();
  };
  await ec2("CreateLaunchTemplate", {
    "LaunchTemplateData.InstanceType": "t3.large",
    "TagSpecification.1.ResourceType": "launch-template",
    "TagSpecification.1.Tag.1.Key": "project",
    "TagSpecification.1.Tag.1.Value": NAME,
  });
  const versions = await ec2("DescribeLaunchTemplateVersions", {});
  await ec2("DeleteLaunchTemplate", {});
  return !versions.includes("<resourceType>launch-template</resourceType>");
}
