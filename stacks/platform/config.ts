import { defineConfig, loadConfig, refused, relaxation } from "@acme/config";
import { networkMistakes } from "@acme/network";
import { z } from "zod";
import { directory } from "./directory.ts";

const ENDPOINTS = [
  "ds",
  "ec2messages",
  "ecr.api",
  "ecr.dkr",
  "ecs",
  "ecs-agent",
  "ecs-telemetry",
  "elasticfilesystem",
  "fsx",
  "kms",
  "logs",
  "secretsmanager",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

const network = z
  .strictObject({
    availabilityZones: z
      .array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, refused("is no zone. Write one as us-east-1a.")))
      .describe("Two or three zones of the Region, by name."),
    cidrBlock: z.string().describe("Address block of the VPC, /16 to /24. It cannot be changed later."),
    natGateways: z
      .enum(["none", "single", "one-per-zone"])
      .default("one-per-zone")
      .describe("How tasks reach the internet: a gateway in each zone, one for all, or none."),
    interfaceEndpoints: z
      .array(z.enum(ENDPOINTS))
      .default([])
      .describe("AWS services to reach without the internet, by the last part of their endpoint's name."),
    flowLogRetentionDays: z.int().positive().default(365).describe("How long the record of all traffic is kept."),
  })
  .describe("The network that all services of the environment stand in.");

export const schema = defineConfig(
  "platform",
  {
    network,
    directory,
    disposable: relaxation("Lets destroy remove the network and the directory. Without it, they are protected."),
  },
  {
    check: ({ network, region }, report) => {
      const foreign = network.availabilityZones.find((zone) => zone.slice(0, -1) !== region);
      if (foreign !== undefined)
        report("network.availabilityZones", `${foreign} is no zone of ${region}. Use zones of it.`);
      for (const mistake of networkMistakes(network)) report("network", mistake);
    },
  },
);

/** The settings of this environment. */
export const config = () => loadConfig(schema);
