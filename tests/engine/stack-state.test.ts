import type { Plan, PlannedResource } from "@acme/plan";
import { describe, expect, it } from "vitest";
import type { Registration } from "./engine-log.ts";
import { differences, type StateResource } from "./stack-state.ts";

const PREFIX = "urn:pulumi:dev::files::";
const queue = "aws:sqs/queue:Queue::dead";

const topic: PlannedResource = {
  urn: "acme:x:Y$aws:sns/topic:Topic::news",
  type: "aws:sns/topic:Topic",
  name: "news",
  parent: "acme:x:Y::y",
  inputs: { displayName: `to \${${queue}.arn}, for $\${5}`, policy: `base64:\${${queue}.id}` },
  dependencies: [queue],
  options: { protect: true, ignoreChanges: ["policy"], customTimeouts: { create: "5m" }, aliases: ["name old"] },
};
const plan: Plan = {
  project: "files",
  environment: "dev",
  provider: {},
  resources: [
    { urn: queue, type: "aws:sqs/queue:Queue", name: "dead", inputs: {}, dependencies: [], options: {} },
    topic,
  ],
  outputs: {},
  messages: [],
};

const deadState: StateResource = {
  urn: PREFIX + queue,
  type: "aws:sqs/queue:Queue",
  id: "q-1",
  custom: true,
  inputs: { name: "dead-4f3a", __defaults: ["name"] },
  outputs: { arn: "arn:dead" },
};
const topicState: StateResource = {
  urn: PREFIX + topic.urn,
  type: topic.type,
  custom: true,
  parent: `${PREFIX}acme:x:Y::y`,
  protect: true,
  ignoreChanges: ["policy"],
  customTimeouts: { create: 300 },
  dependencies: [PREFIX + queue],
  inputs: { displayName: "to arn:dead, for ${5}", policy: Buffer.from("q-1").toString("base64"), __defaults: [] },
};
const registration: Registration = {
  urn: topicState.urn,
  type: topic.type,
  name: "news",
  parent: `${PREFIX}acme:x:Y::y`,
  aliases: [{ spec: { name: "old", parentUrn: `${PREFIX}acme:x:Y::y` } }],
};

interface Given {
  dead?: Partial<StateResource>;
  registered?: Partial<Registration>;
  before?: StateResource[];
}

/** What is found where the engine has the topic in this way. */
function found(state: Partial<StateResource>, { dead, registered, before }: Given = {}): string[] {
  const registrations = new Map([[registration.urn, { ...registration, ...registered }]]);
  const resources = [
    { ...deadState, ...dead },
    { ...topicState, ...state },
  ];
  return differences(plan, { resources, before, log: { registrations, lookUps: new Map() }, outputs: new Map() });
}

describe("differences", () => {
  it("finds none where the engine has what the plan shows", () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<StateResource>]>([
    ["parent", { parent: `${PREFIX}acme:x:Y::z` }],
    ["protect", { protect: false }],
    ["ignoreChanges", { ignoreChanges: [] }],
    ["customTimeouts", { customTimeouts: { create: 301 } }],
    ["dependencies", { dependencies: [] }],
    ["additionalSecretOutputs", { additionalSecretOutputs: ["arn"] }],
    ["displayName", { inputs: { ...topicState.inputs, displayName: "to arn:other, for ${5}" } }],
    ["policy", { inputs: { ...topicState.inputs, policy: "cS0y" } }],
    ["fifoTopic", { inputs: { ...topicState.inputs, fifoTopic: true } }],
  ])("finds another %s", (what, state) => {
    expect(found(state)).toEqual([expect.stringContaining(`${topic.urn}: ${what}: plan `)]);
  });

  it.each<[string, Partial<Registration>]>([
    ["aliases", { aliases: [] }],
    ["retainOnDelete", { retainOnDelete: true }],
    ["deleteBeforeReplace", { deleteBeforeReplace: true }],
    ["replaceOnChanges", { replaceOnChanges: ["policy"] }],
    ["deletedWith", { deletedWith: PREFIX + queue }],
  ])("finds another option %s", (what, registered) => {
    expect(found({}, { registered })).toEqual([expect.stringContaining(`${topic.urn}: ${what}: plan `)]);
  });

  it("passes over what the provider has added", () => {
    const inputs = { ...topicState.inputs, path: "/", __defaults: ["path"] };
    expect(found({ inputs })).toEqual([]);
    expect(found({ inputs: { ...inputs, __defaults: [] } })).toHaveLength(1);
  });

  it("expects what stood there before in a property that the engine ignores", () => {
    const older = { ...topicState, inputs: { ...topicState.inputs, policy: "b2xk" } };
    expect(found(older, { before: [older] })).toEqual([]);
    expect(found({}, { before: [older] })).toHaveLength(1);
  });

  it("finds a reference to what nobody knows, also where the engine has nothing", () => {
    const { displayName: _left, ...inputs } = topicState.inputs as Record<string, unknown>;
    expect(found({ inputs }, { dead: { outputs: {} } })).toEqual([expect.stringContaining("nothing is known of")]);
  });

  it("finds what one side alone has", () => {
    const other = { ...topicState, urn: `${PREFIX}aws:sns/topic:Topic::other` };
    expect(found(other)).toEqual([
      "aws:sns/topic:Topic::other: only the engine has it",
      `${topic.urn}: only the plan has it`,
    ]);
  });
});
