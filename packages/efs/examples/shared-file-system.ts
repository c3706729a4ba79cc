import { SharedFileSystem } from "@acme/efs";

/** Files in two private subnets; a task definition lists the mount among its volumes. */
export default async function () {
  const files = new SharedFileSystem("files", {
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  });
  const { containerPath, clientSecurityGroupId } = files.at("/data");
  return { fileSystemId: files.fileSystemId, containerPath, clientSecurityGroupId };
}
