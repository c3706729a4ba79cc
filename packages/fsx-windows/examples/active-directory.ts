import { ActiveDirectory } from "@acme/fsx-windows";

/** A new directory in two private subnets, which the VPC finds through a Resolver endpoint. */
export default async function () {
  const { directory, administratorSecretArn } = new ActiveDirectory("directory", {
    vpcId: "vpc-0123456789abcdef0",
    subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    directory: { kind: "managed", edition: "Standard", domainName: "corp.example.com" },
    nameResolution: "resolver-endpoint",
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000",
  });
  return { directory, administratorSecretArn };
}
