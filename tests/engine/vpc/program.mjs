// Each VPC below a component whose type is its row's, so that names may repeat. Two readers show what its outputs depend
// on. The outputs of all VPCs are those of the stack.
import { readFileSync } from "node:fs";
import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";

export default async function () {
  const addresses = [1, 2].map((number) => new aws.ec2.Eip(`address-${number}`, {}));
  const withAddresses = (_key, value) => {
    const [, number] = /^<address (\d)>$/.exec(String(value)) ?? [];
    return number === undefined ? value : addresses[number - 1].allocationId;
  };
  const rows = JSON.parse(readFileSync(new URL(`rows.${pulumi.getStack()}.json`, import.meta.url), "utf8"));
  const east = rows.some(({ hasProvider }) => hasProvider) && new aws.Provider("east", { region: "us-east-1" });
  const outputs = rows.map(({ name, args, opts, hasProvider, comesLast }) => {
    const parent = new pulumi.ComponentResource(`table:${name}:Row`, "row");
    const vpc = new awsx.ec2.Vpc("net", JSON.parse(JSON.stringify(args), withAddresses), {
      parent,
      ...opts,
      ...(hasProvider && { provider: east }),
      ...(comesLast && { dependsOn: addresses }),
    });
    new aws.ec2.Tag("vpc", { resourceId: vpc.vpcId, key: "reader", value: name }, { parent });
    new aws.ec2.Tag("gateway", { resourceId: vpc.internetGateway.id, key: "reader", value: name }, { parent });
    return [name, outputsOf(vpc)];
  });
  return Object.fromEntries(outputs);
}

const ids = (resources) => resources.apply((list) => pulumi.all(list.map(({ id }) => id)));
const outputsOf = (vpc) => ({
  vpcId: vpc.vpcId,
  vpc: vpc.vpc.id,
  internetGateway: vpc.internetGateway.id,
  publicSubnetIds: vpc.publicSubnetIds,
  privateSubnetIds: vpc.privateSubnetIds,
  isolatedSubnetIds: vpc.isolatedSubnetIds,
  subnetLayout: vpc.subnetLayout,
  subnets: ids(vpc.subnets),
  publicSubnets: ids(vpc.publicSubnets),
  privateSubnets: ids(vpc.privateSubnets),
  isolatedSubnets: ids(vpc.isolatedSubnets),
  routeTables: ids(vpc.routeTables),
  routeTableAssociations: ids(vpc.routeTableAssociations),
  routes: ids(vpc.routes),
  natGateways: ids(vpc.natGateways),
  eips: ids(vpc.eips),
  vpcEndpoints: ids(vpc.vpcEndpoints),
});
