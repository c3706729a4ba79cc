import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { HostSettings } from "./host-settings.ts";

/** How a host starts, beside the settings. */
export interface LaunchTemplateArgs {
  settings: HostSettings;
  imageId: pulumi.Input<string>;
  /** Name under which the image has its root volume. */
  rootDevice: string;
  instanceProfileArn: pulumi.Input<string>;
  securityGroupIds: pulumi.Input<string>[];
  /** Base64. */
  userData: pulumi.Input<string>;
}

/** Creates the template that every host starts by. Its version is what an instance refresh compares. */
export function createLaunchTemplate(
  parent: pulumi.Resource,
  name: string,
  args: LaunchTemplateArgs,
): aws.ec2.LaunchTemplate {
  const { settings } = args;
  return new aws.ec2.LaunchTemplate(
    name,
    {
      imageId: args.imageId,
      userData: args.userData,
      iamInstanceProfile: { arn: args.instanceProfileArn },
      // One hop ends at the host: what runs in a container has the role of its task, never that of the host.
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: args.securityGroupIds,
        },
      ],
      blockDeviceMappings: [{ deviceName: args.rootDevice, ebs: rootVolume(settings) }],
      ebsOptimized: "true",
      // A host that cannot be made ready shuts itself down, and so is replaced instead of standing idle.
      instanceInitiatedShutdownBehavior: "terminate",
      tagSpecifications: ["volume", "network-interface"].map((resourceType) => ({
        resourceType,
        tags: { ...settings.tags, Name: name },
      })),
    },
    { parent },
  );
}

function rootVolume({
  rootVolumeGiB,
  kmsKeyArn,
}: HostSettings): aws.types.input.ec2.LaunchTemplateBlockDeviceMappingEbs {
  return {
    volumeType: "gp3",
    volumeSize: rootVolumeGiB,
    encrypted: "true",
    kmsKeyId: kmsKeyArn,
    deleteOnTermination: "true",
  };
}
