/** Outputs of what stands, by the name of the example that made it. */
export type Ground = Map<string, Record<string, unknown>>;

/** What an id in an example stands for. */
interface Placeholder {
  /** The whole of a string literal. */
  id: RegExp;
  /** The example that makes such a thing. */
  maker: string;
  /** Where it is among the outputs of its maker. */
  output: string;
}

/** The one maker that is no example: nothing of ours makes a hosted zone. */
export const ZONE = "hosted-zone";

const NETWORK = "network-network";
const DIRECTORY = "fsx-windows-active-directory";

const PLACEHOLDERS: Placeholder[] = [
  { id: /vpc-\w+/, maker: NETWORK, output: "vpcId" },
  { id: /subnet-0a/, maker: NETWORK, output: "publicSubnetIds.0" },
  { id: /subnet-0b/, maker: NETWORK, output: "publicSubnetIds.1" },
  { id: /subnet-1a|subnet-0123456789abcdef0/, maker: NETWORK, output: "privateSubnetIds.0" },
  { id: /subnet-1b|subnet-0123456789abcdef1/, maker: NETWORK, output: "privateSubnetIds.1" },
  { id: /arn:aws:kms:[^"]+/, maker: "kms-key", output: "keyArn" },
  { id: /arn:aws:sns:[^"]+/, maker: "alarms-topic", output: "topicArn" },
  { id: /arn:aws:ecs:[^"]+/, maker: "cluster-cluster", output: "clusterArn" },
  { id: /(?<=clusterName: ")[^"]+/, maker: "cluster-cluster", output: "clusterName" },
  { id: /arn:aws:secretsmanager:[^"]+/, maker: DIRECTORY, output: "administratorSecretArn" },
  { id: /d-\d{10}/, maker: DIRECTORY, output: "directory.directoryId" },
  { id: /10\.0\.0\.10/, maker: DIRECTORY, output: "directory.dnsIpAddresses.0" },
  { id: /10\.0\.1\.10/, maker: DIRECTORY, output: "directory.dnsIpAddresses.1" },
  { id: /sg-0123456789abcdef0/, maker: DIRECTORY, output: "directory.clientSecurityGroupId" },
  { id: /sg-0123456789abcdef1/, maker: "fsx-windows-windows-file-system", output: "clientSecurityGroupId" },
  { id: /Z0\w+/, maker: ZONE, output: "zoneId" },
];

const literal = ({ id }: Placeholder) => new RegExp(`(?<=")(?:${id.source})(?=")`, "g");

/** Who makes what the ids in a program stand for. */
export function makersFor(program: string): string[] {
  return [...new Set(PLACEHOLDERS.flatMap((each) => (literal(each).test(program) ? [each.maker] : [])))];
}

/** The program with what stands in the place of each id. An id that stands for nothing known fails. */
export function onGround(program: string, ground: Ground): string {
  for (const [, id = ""] of program.matchAll(/"([a-z]+-[0-9a-f]{8,}|arn:aws:[^"]*)"/g)) {
    if (!PLACEHOLDERS.some((each) => literal(each).test(`"${id}"`)))
      throw new Error(`Nothing stands for ${id}. Say in tests/engine/placeholders.ts what makes it.`);
  }
  return PLACEHOLDERS.reduce((text, each) => text.replace(literal(each), () => outputOf(each, ground)), program);
}

function outputOf({ maker, output }: Placeholder, ground: Ground): string {
  const value = output.split(".").reduce<unknown>((inner, part) => (inner as never)?.[part], ground.get(maker));
  if (typeof value !== "string") throw new Error(`The example ${maker} has no output ${output}.`);
  return value;
}
