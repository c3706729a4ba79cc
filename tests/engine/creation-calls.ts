import type { Emulator } from "./emulator.ts";
import type { StateResource } from "./stack-state.ts";

/** The call that creates a thing of each type, as the emulator names it. */
const CREATION: Record<string, string> = {
  "aws:cloudwatch/logGroup:LogGroup": "logs CreateLogGroup",
  "aws:directoryservice/directory:Directory": "ds CreateMicrosoftAD",
  "aws:ec2/eip:Eip": "ec2 AllocateAddress",
  "aws:ec2/flowLog:FlowLog": "ec2 CreateFlowLogs",
  "aws:ec2/internetGateway:InternetGateway": "ec2 CreateInternetGateway",
  "aws:ec2/natGateway:NatGateway": "ec2 CreateNatGateway",
  "aws:ec2/routeTable:RouteTable": "ec2 CreateRouteTable",
  "aws:ec2/securityGroup:SecurityGroup": "ec2 CreateSecurityGroup",
  "aws:ec2/subnet:Subnet": "ec2 CreateSubnet",
  "aws:ec2/vpc:Vpc": "ec2 CreateVpc",
  "aws:ec2/vpcEndpoint:VpcEndpoint": "ec2 CreateVpcEndpoint",
  "aws:ecr/repository:Repository": "ecr CreateRepository",
  "aws:ecs/cluster:Cluster": "ecs CreateCluster",
  "aws:ecs/service:Service": "ecs CreateService",
  "aws:ecs/taskDefinition:TaskDefinition": "ecs RegisterTaskDefinition",
  "aws:efs/accessPoint:AccessPoint": "efs CreateAccessPoint",
  "aws:efs/fileSystem:FileSystem": "efs CreateFileSystem",
  "aws:efs/mountTarget:MountTarget": "efs CreateMountTarget",
  "aws:iam/role:Role": "iam CreateRole",
  "aws:kms/alias:Alias": "kms CreateAlias",
  "aws:kms/key:Key": "kms CreateKey",
  "aws:lb/listener:Listener": "elbv2 CreateListener",
  "aws:lb/loadBalancer:LoadBalancer": "elbv2 CreateLoadBalancer",
  "aws:lb/targetGroup:TargetGroup": "elbv2 CreateTargetGroup",
  "aws:secretsmanager/secret:Secret": "secretsmanager CreateSecret",
  "aws:sns/topic:Topic": "sns CreateTopic",
};

/**
 * Calls that created more things in AWS than the stacks know, or fewer, one line each: `<service> <action>: <known> known, <made> made`.
 *
 * @param resources All resources of all stacks. None may have been deleted or replaced.
 */
export async function unmatchedCreations(emulator: Emulator, resources: StateResource[]): Promise<string[]> {
  const calls = (await emulator.calls()).filter(([, , status]) => status < 300);
  const names = calls.map(([service, action]) => `${service} ${action}`);
  return Object.entries(CREATION).flatMap(([type, creation]) => {
    const known = resources.filter((resource) => resource.type === type).length;
    const made = names.filter((name) => name === creation).length;
    return known === made ? [] : [`${creation}: ${known} known, ${made} made`];
  });
}
