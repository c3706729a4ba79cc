import { type Plan, record } from "@acme/plan";
import type { HostArgs } from "./host-args.ts";
import { LinuxCapacity } from "./linux-capacity.ts";
import type { LinuxCapacityArgs } from "./linux-capacity-args.ts";
import { WindowsCapacity } from "./windows-capacity.ts";
import type { WindowsCapacityArgs } from "./windows-capacity-args.ts";

export const config = { "aws:region": "us-east-1" };
export const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/hosts";
export const clusterArn = "arn:aws:ecs:us-east-1:123456789012:cluster/main";

/** The least that hosts need. */
export const hostArgs: HostArgs = {
  cluster: { clusterArn, clusterName: "main" },
  vpcId: "vpc-1",
  subnetIds: ["subnet-a", "subnet-b"],
  instanceTypes: ["m6i.xlarge"],
  minimumHosts: 2,
  maximumHosts: 4,
  kmsKeyArn,
};

/** A managed directory. */
export const managedDirectory = {
  domainName: "corp.example.com",
  directoryId: "d-1234567890",
  clientSecurityGroupId: "sg-directory",
};

/** A directory that people run themselves. */
export const selfManagedDirectory = {
  domainName: "corp.example.com",
  joinSecretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-AbCdEf",
  clientSecurityGroupId: "sg-directory",
};

/** Records Windows hosts. */
export function planWindows(args: Partial<WindowsCapacityArgs> = {}): Promise<Plan> {
  return record(() => new WindowsCapacity("hosts", { ...hostArgs, ...args }), { config });
}

/** Records Linux hosts. */
export function planLinux(args: Partial<LinuxCapacityArgs> = {}): Promise<Plan> {
  return record(() => new LinuxCapacity("hosts", { ...hostArgs, ...args }), { config });
}
