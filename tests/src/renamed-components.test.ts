import { readFileSync, writeFileSync } from "node:fs";
import { comparePlans, type Plan } from "@acme/plan";
import { afterAll, describe, expect, it } from "vitest";
import { ScratchRepository } from "./scratch-repository.ts";

const NAT = "acme:network:Network$awsx:ec2:Vpc$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet$aws:ec2";

/** A program's components by class and name, and what does not stay when they are renamed. */
const STACKS: Record<string, { components: [string, string][]; replaced: string[]; anew?: string[] }> = {
  platform: {
    components: [
      ["Network", "net"],
      ["EncryptionKey", "secrets"],
      ["ActiveDirectory", "directory"],
    ],
    replaced: ["acme:kms:EncryptionKey$aws:kms/alias:Alias::new-secrets"],
    // Below a public subnet an alias of the network gives a name no new beginning.
    anew: [1, 2, 3].flatMap((zone) => [`${NAT}/eip:Eip::net-${zone}`, `${NAT}/natGateway:NatGateway::net-${zone}`]),
  },
  "linux-web-api": {
    components: [
      ["EncryptionKey", "data"],
      ["AlarmTopic", "alarms"],
      ["SharedFileSystem", "files"],
      ["Cluster", "cluster"],
      ["LoadBalancedService", "api"],
      ["ScheduledTask", "sweep"],
    ],
    replaced: [
      "acme:kms:EncryptionKey$aws:kms/alias:Alias::new-data",
      "acme:service:LoadBalancedService$aws:cloudwatch/dashboard:Dashboard::new-api",
      "acme:task:TaskDefinition$aws:ecs/taskDefinition:TaskDefinition::api",
    ],
  },
  "windows-iis": {
    components: [
      ["EncryptionKey", "data"],
      ["AlarmTopic", "alarms"],
      ["WindowsFileSystem", "files"],
      ["Cluster", "cluster"],
      ["LoadBalancedService", "app"],
      ["ScheduledTask", "sweep"],
    ],
    replaced: [
      "acme:fsx-windows:WindowsFileSystem$aws:cloudwatch/logGroup:LogGroup::new-files-audit",
      "acme:kms:EncryptionKey$aws:kms/alias:Alias::new-data",
      "acme:service:LoadBalancedService$aws:cloudwatch/dashboard:Dashboard::new-app",
      "acme:task:TaskDefinition$aws:ecs/taskDefinition:TaskDefinition::app",
    ],
  },
};

describe("Components that are renamed with an alias", () => {
  const repository = new ScratchRepository();
  afterAll(() => repository.remove());

  const plans = (stack: string): Plan[] => {
    const { code, stdout, stderr } = repository.plan(stack, "--env", "prod", "--json");
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };

  it.each(Object.entries(STACKS))("stay in %s, but for what AWS knows by their names", (stack, expected) => {
    const before = plans(stack);
    const file = repository.path(`${stack}/index.ts`);
    const program = expected.components.reduce(
      (text, [type, name]) => rename(text, type, name),
      readFileSync(file, "utf8"),
    );
    writeFileSync(file, program);
    const [difference] = comparePlans(before, plans(stack)).filter(({ project }) => project === stack);
    const kinds = (kind: string) => difference?.resources.filter((found) => found.kind === kind).map(({ urn }) => urn);
    expect(kinds("replaced")).toEqual(expected.replaced);
    expect(kinds("removed")).toEqual((expected.anew ?? []).sort());
    expect(kinds("created")).toEqual((expected.anew ?? []).map((urn) => urn.replace("::", "::new-")).sort());
  });
});

/** Puts `new-` before the name of a component, and an alias for the old one into its options. */
function rename(program: string, type: string, name: string): string {
  const call = program.search(new RegExp(`new ${type}\\(\\s*"${name}"`));
  if (call < 0) throw new Error(`The program has no ${type} "${name}".`);
  const end = closing(program, program.indexOf("(", call));
  const text = program.slice(call, end).replace(`"${name}"`, `"new-${name}"`).trimEnd().replace(/,$/, "");
  const aliases = `aliases: [{ name: "${name}" }]`;
  const renamed = text.endsWith("{ protect }") ? text.replace(/ \}$/, `, ${aliases} }`) : `${text}, { ${aliases} }`;
  return program.slice(0, call) + renamed + program.slice(end);
}

/** Position of the parenthesis that closes the one at a position. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let position = open; position < text.length; position++) {
    if (text[position] === "(") depth++;
    if (text[position] === ")" && --depth === 0) return position;
  }
  throw new Error("A parenthesis is not closed.");
}
