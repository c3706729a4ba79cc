import { WindowsFileSystem } from "@acme/fsx-windows";

/** Files in two zones, in a directory that is there; hosts wear the client group, and a task definition lists the mount. */
export default async function () {
  const files = new WindowsFileSystem("files", {
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    directory: {
      directoryId: "d-0123456789",
      domainName: "corp.example.com",
      dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
      clientSecurityGroupId: "sg-0123456789abcdef0",
    },
    mountSecret: { secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:files-AbCdEf" },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:alarms",
  });
  const { containerPath } = files.at("C:\\data");
  return { fileSystemId: files.fileSystemId, containerPath, clientSecurityGroupId: files.clientSecurityGroupId };
}
