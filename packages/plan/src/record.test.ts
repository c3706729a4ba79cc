import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { ofType, only, type Plan, SECRET, serialize } from "./plan.ts";
import { record } from "./record.ts";

class Box extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("acme:test:Box", name, {}, opts);
    const queue = new aws.sqs.Queue(name, {}, { parent: this });
    this.arn = queue.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

const QUEUE = "aws:sqs/queue:Queue";
const PARAMETER = "aws:ssm/parameter:Parameter";
const parameter = (name: string, description: pulumi.Input<string>, opts?: pulumi.CustomResourceOptions) =>
  new aws.ssm.Parameter(name, { type: "String", description }, opts);
const descriptionOf = (plan: Plan, name?: string) => only(plan, PARAMETER, name).inputs.description;

describe("record", () => {
  it("gives resources their full type chain, parent and dependencies", async () => {
    const plan = await record(() => {
      const box = new Box("outer");
      parameter("p", box.arn, { parent: box });
    });
    expect(plan.resources.map(({ urn, parent, dependencies }) => ({ urn, parent, dependencies }))).toEqual([
      { urn: `acme:test:Box$${QUEUE}::outer`, parent: "acme:test:Box::outer", dependencies: [] },
      {
        urn: `acme:test:Box$${PARAMETER}::p`,
        parent: "acme:test:Box::outer",
        dependencies: [`acme:test:Box$${QUEUE}::outer`],
      },
      { urn: "acme:test:Box::outer", parent: undefined, dependencies: [] },
    ]);
  });

  it("keeps two resources of one name under different parents apart", async () => {
    const plan = await record(() => {
      new Box("a", { parent: new Box("x") });
      new aws.sqs.Queue("a");
    });
    expect(ofType(plan, QUEUE).map(({ urn }) => urn)).toEqual([
      `acme:test:Box$acme:test:Box$${QUEUE}::a`,
      `acme:test:Box$${QUEUE}::x`,
      `${QUEUE}::a`,
    ]);
  });

  it("keeps references in place inside text and documents", async () => {
    const plan = await record(() => {
      const queue = new aws.sqs.Queue("q");
      const policy = { Resource: [queue.arn, pulumi.interpolate`${queue.arn}/*`], User: "${aws:username}" };
      parameter("p", pulumi.jsonStringify(policy));
    });
    expect(JSON.parse(String(descriptionOf(plan)))).toEqual({
      Resource: [`\${${QUEUE}::q.arn}`, `\${${QUEUE}::q.arn}/*`],
      User: "$${aws:username}",
    });
  });

  it("names what is below an output by its path", async () => {
    const plan = await record(() => {
      const certificate = new aws.acm.Certificate("c", { domainName: "example.com" });
      parameter(
        "p",
        certificate.domainValidationOptions.apply((options) => options[0]?.resourceRecordName ?? ""),
      );
      parameter(
        "all",
        pulumi.all([certificate.arn, "x"]).apply(([arn]) => arn),
      );
    });
    const certificate = "aws:acm/certificate:Certificate::c";
    expect(descriptionOf(plan, "p")).toBe(`\${${certificate}.domainValidationOptions[0].resourceRecordName}`);
    expect(descriptionOf(plan, "all")).toBe(`\${${certificate}.arn}`);
  });

  it.each<[string, (arn: string) => string]>([
    ["takes apart", (arn) => arn.split(":")[5] ?? ""],
    ["measures", (arn) => String(arn.length)],
    ["calculates with", (arn) => String(Number(arn) + 1)],
    ["spreads", (arn) => [...arn].join("")],
  ])("gives one opaque reference for a function that %s an unknown value", async (_what, compute) => {
    const plan = await record(() => parameter("p", new aws.sqs.Queue("q").arn.apply(compute)));
    expect(descriptionOf(plan)).toBe(`\${? ${QUEUE}::q.arn}`);
  });

  it("leaves a text readable that a function says it encodes", async () => {
    const toBase64 = Object.assign((text: string) => Buffer.from(text).toString("base64"), { encodes: "base64" });
    const plan = await record(() => {
      parameter("p", pulumi.interpolate`queue=${new aws.sqs.Queue("q").arn}`.apply(toBase64));
      parameter("known", pulumi.output("$x = '${y}'").apply(toBase64));
    });
    expect(descriptionOf(plan, "p")).toBe(`base64:queue=\${${QUEUE}::q.arn}`);
    expect(descriptionOf(plan, "known")).toBe("base64:$x = '$${y}'");
  });

  it("follows a promise out of a function", async () => {
    const plan = await record(() =>
      parameter(
        "p",
        new aws.sqs.Queue("q").arn.apply(async (arn) => `<${arn}>`),
      ),
    );
    expect(descriptionOf(plan)).toBe(`<\${${QUEUE}::q.arn}>`);
  });

  it.each<[string, (arn: string) => string]>([
    ["asks whether there is one", (arn) => (arn ? "yes" : "no")],
    ["compares", (arn) => (arn === "x" ? "yes" : "no")],
    ["asks for the type of", (arn) => (typeof arn === "string" ? "text" : "other")],
    ["does not look at", () => "fixed"],
  ])("knows no answer of a function that %s an unknown value", async (_what, choose) => {
    const plan = await record(() => parameter("p", new aws.sqs.Queue("q").arn.apply(choose)));
    expect(descriptionOf(plan)).toBe(`\${? ${QUEUE}::q.arn}`);
  });

  it("hands on what is known beside an unknown value", async () => {
    const plan = await record(() => {
      const pair = pulumi.all([new aws.sqs.Queue("q").arn, "known"]);
      parameter(
        "p",
        pair.apply(([, text]) => text),
      );
    });
    expect(descriptionOf(plan)).toBe("known");
  });

  it("names what is read by its id", async () => {
    const plan = await record(() => {
      parameter("p", aws.sqs.Queue.get("q", "https://queue").arn);
      return {};
    });
    expect(descriptionOf(plan)).toBe(`\${${QUEUE}::q(https://queue).arn}`);
    expect(ofType(plan, QUEUE)).toEqual([]);
  });

  it("names the provider that answers a look-up", async () => {
    const plan = await record(
      () => {
        const provider = new aws.Provider("eu", { region: "eu-west-1" });
        parameter("p", aws.getRegionOutput({}, { provider }).region);
      },
      { config: { "aws:region": "us-east-1" } },
    );
    expect(descriptionOf(plan)).toBe("${aws:index/getRegion:getRegion() by pulumi:providers:aws::eu.region}");
  });

  it("shows no secret, not even inside a document", async () => {
    const plan = await record(() => {
      parameter("p", pulumi.jsonStringify({ password: pulumi.secret("hush") }));
      return { token: pulumi.secret("hush") };
    });
    expect(descriptionOf(plan)).toBe(SECRET);
    expect(plan.outputs).toEqual({ token: SECRET });
    expect(serialize(plan)).not.toContain("hush");
  });

  it("answers look-ups by their arguments, and the Region from the configuration", async () => {
    const plan = await record(
      () => {
        parameter("account", aws.getCallerIdentityOutput().accountId);
        parameter("ami", aws.ssm.getParameterOutput({ name: "/aws/ami" }).value);
        parameter("region", aws.getRegionOutput().region);
      },
      { config: { "aws:region": "eu-west-1" } },
    );
    expect(descriptionOf(plan, "account")).toBe("${aws:index/getCallerIdentity:getCallerIdentity().accountId}");
    expect(descriptionOf(plan, "ami")).toBe("${aws:ssm/getParameter:getParameter({'name':'/aws/ami'}).value}");
    expect(descriptionOf(plan, "region")).toBe("eu-west-1");
  });

  it("notes every option that changes what the engine does", async () => {
    const plan = await record(() => {
      const box = new Box("b", { protect: true, retainOnDelete: true } as pulumi.ComponentResourceOptions);
      const options: pulumi.CustomResourceOptions = {
        parent: box,
        ignoreChanges: ["description"],
        replaceOnChanges: ["type"],
        deleteBeforeReplace: true,
        deletedWith: box,
        aliases: [{ name: "old" }],
        customTimeouts: { create: "5m" },
        protect: false,
      };
      parameter("p", "x", options);
    });
    expect(only(plan, QUEUE).options).toEqual({ protect: true, retainOnDelete: true });
    expect(only(plan, PARAMETER).options).toMatchObject({
      ignoreChanges: ["description"],
      replaceOnChanges: ["type"],
      deleteBeforeReplace: true,
      deletedWith: "acme:test:Box::b",
      aliases: ["name old"],
      customTimeouts: { create: "5m" },
      retainOnDelete: true,
    });
    expect(only(plan, PARAMETER).options.protect).toBeUndefined();
  });

  it("runs transforms along the parents and the stack's", async () => {
    const mark =
      (letter: string): pulumi.ResourceTransform =>
      ({ type, props, opts }) =>
        type === PARAMETER ? { props: { ...props, description: `${props.description}${letter}` }, opts } : undefined;
    const plan = await record(() => {
      pulumi.runtime.registerResourceTransform(mark("3"));
      const box = new Box("b", { transforms: [mark("2")] });
      parameter("p", "0", { parent: box, transforms: [mark("1")] });
    });
    expect(descriptionOf(plan)).toBe("0123");
  });

  it("lets a transform change options and bring dependencies", async () => {
    const plan = await record(() => {
      const queue = new aws.sqs.Queue("q");
      parameter("p", "0", {
        transforms: [
          ({ props, opts }) => ({ props: { ...props, description: queue.arn }, opts: { ...opts, protect: true } }),
        ],
      });
    });
    expect(only(plan, PARAMETER).options.protect).toBe(true);
    expect(only(plan, PARAMETER).dependencies).toEqual([`${QUEUE}::q`]);
  });

  it("takes protection away where a transform does", async () => {
    const plan = await record(() => {
      parameter("p", "0", { protect: true, transforms: [({ props }) => ({ props, opts: {} })] });
    });
    expect(only(plan, PARAMETER).options.protect).toBeUndefined();
  });

  it("notes what a resource is replaced with", async () => {
    const plan = await record(() => {
      const replaceWith = [new aws.sqs.Queue("q")];
      parameter("p", "0", { replaceWith, replacementTrigger: "v2" } as pulumi.CustomResourceOptions);
    });
    expect(only(plan, PARAMETER).options).toMatchObject({ replaceWith: [`${QUEUE}::q`], replacementTrigger: "v2" });
  });

  it("names an explicit provider", async () => {
    const plan = await record(() => {
      const provider = new aws.Provider("us", { region: "us-east-1" });
      new aws.sqs.Queue("q", {}, { provider });
    });
    expect(only(plan, QUEUE).options.provider).toBe("pulumi:providers:aws::us");
  });

  it("accepts hooks without losing the resource", async () => {
    const plan = await record(() => {
      const hook = new pulumi.ResourceHook("h", async () => {});
      new aws.sqs.Queue("q", {}, { hooks: { beforeCreate: [hook] } });
    });
    expect(ofType(plan, QUEUE)).toHaveLength(1);
  });

  it("collects what the program logs", async () => {
    const plan = await record(async () => {
      await pulumi.log.warn("careful");
      await pulumi.log.info("by the way");
    });
    expect(plan.messages).toEqual([
      { severity: "info", text: "by the way" },
      { severity: "warning", text: "careful" },
    ]);
  });

  it("shows the provider settings that reach every resource", async () => {
    const config = {
      "aws:region": "us-east-1",
      "aws:allowedAccountIds": '["123456789012"]',
      "aws:defaultTags": '{"tags":{"team":"a"}}',
      "aws:assumeRole": '{"roleArn":"arn:aws:iam::1:role/deploy"}',
      "aws:token": "hush",
    };
    const plan = await record(() => new aws.sqs.Queue("q"), { config, secretKeys: ["aws:token"] });
    expect(plan.provider).toEqual({
      assumeRole: { roleArn: "arn:aws:iam::1:role/deploy" },
      token: SECRET,
      region: "us-east-1",
      allowedAccountIds: ["123456789012"],
      defaultTags: { team: "a" },
    });
    expect(only(plan, QUEUE).inputs).toEqual({});
  });

  it("reads another stack's outputs, plain and unknown", async () => {
    const stackOutputs = () => ({ zones: ["a", "b"] });
    const plan = await record(
      async () => {
        const other = new pulumi.StackReference("other", { name: "organization/other/dev" });
        return { zones: await other.requireOutputValue("zones") };
      },
      { stackOutputs },
    );
    expect(plan.outputs).toEqual({ zones: ["a", "b"] });
    expect(plan.resources).toEqual([]);
  });

  it("takes outputs that come as one output", async () => {
    const plan = await record(() => pulumi.output({ a: 1, arn: new aws.sqs.Queue("q").arn }));
    expect(plan.outputs).toEqual({ a: 1, arn: `\${${QUEUE}::q.arn}` });
  });

  it("gives the same bytes twice, also when recordings are started at once", async () => {
    const program = () => {
      const queue = new aws.sqs.Queue("q");
      parameter("p", queue.arn);
    };
    const [first, second] = await Promise.all([record(program), record(program)]);
    expect(serialize(first)).toBe(serialize(second));
  });

  it("leaves the process as it was", async () => {
    const listeners = process.listeners("unhandledRejection");
    await record(() => new aws.sqs.Queue("q"));
    expect(process.listeners("unhandledRejection")).toEqual(listeners);
    const { promise } = pulumi.output("x").apply((value) => `${value}!`) as unknown as { promise(): Promise<string> };
    expect(promise).toBeTypeOf("function");
  });
});

describe("a resource that comes too late", () => {
  it("is an error where it is created", async () => {
    let create = (): unknown => undefined;
    await record(() => {
      const parent = new Box("b");
      create = () => new aws.sqs.Queue("late", {}, { parent });
    });
    expect(create).toThrow(`"late" (${QUEUE}) is created after the program has ended. Await what it waits for.`);
  });
});

describe("record refuses", () => {
  it.each<[string, () => unknown, string]>([
    [
      "two resources of one name",
      () => [new aws.sqs.Queue("q"), new aws.sqs.Queue("q")],
      `Two resources are called ${QUEUE}::q. Give one of them another name.`,
    ],
    [
      "a resource created inside apply",
      () => new aws.sqs.Queue("q").arn.apply(() => void new aws.sqs.Queue("inner")),
      `"inner" (${QUEUE}) is created inside apply, where no preview can see it. Create it outside.`,
    ],
    [
      "a resource created inside apply after a wait",
      () =>
        new aws.sqs.Queue("q").arn.apply(async () => {
          await null;
          new aws.sqs.Queue("inner");
        }),
      `"inner" (${QUEUE}) is created inside apply, where no preview can see it. Create it outside.`,
    ],
    [
      "a look-up that is awaited",
      async () => parameter("p", (await aws.getCallerIdentity()).accountId),
      "getCallerIdentity is awaited, and its answer is not known offline. Use getCallerIdentityOutput.",
    ],
    [
      "an error that arrives late",
      () => pulumi.output("x").apply(() => Promise.reject(new Error("too late"))),
      "too late",
    ],
    [
      "an error inside an input",
      () => parameter("p", Promise.reject(new Error("no such thing"))),
      'error serializing property "description": no such thing',
    ],
    ["an error that is logged", () => pulumi.log.error("the program gave up"), "the program gave up"],
    [
      "a remote component that it cannot expand",
      () => new (class extends pulumi.ComponentResource {})("eks:index:Cluster", "c", {}, {}, true),
      '"c" is a eks:index:Cluster, whose resources are made by its provider and cannot be seen offline. Use a component of your own.',
    ],
    [
      "a secret for a remote component",
      () =>
        new awsx.ec2.Vpc("net", {
          availabilityZoneNames: ["us-east-1a"],
          subnetStrategy: "Auto",
          tags: { a: pulumi.secret("x") },
        }),
      '"net" hands a secret to awsx:ec2:Vpc, which cannot be followed. Leave it out.',
    ],
    [
      "a transform that it cannot follow",
      () => {
        const alias = [{ name: "old" }];
        parameter("p", "0", { transforms: [({ props, opts }) => ({ props, opts: { ...opts, aliases: alias } })] });
      },
      'A transform sets aliases of "p" (aws:ssm/parameter:Parameter), which the plan does not follow. Set it on the resource.',
    ],
    [
      "a resource that is read under the name of another",
      () => [new aws.sqs.Queue("q"), aws.sqs.Queue.get("q", "https://queue")],
      `Two resources are called ${QUEUE}::q. Give one of them another name.`,
    ],
    [
      "a function of a provider",
      () => void new aws.Provider("us", { region: "us-east-1" }).terraformConfig(),
      "pulumi:providers:aws/terraformConfig is called, and its answer is not known offline. Use a resource's output.",
    ],
    [
      "a stack without a plan",
      async () => new pulumi.StackReference("organization/other/dev").requireOutputValue("x"),
      "The stack organization/other/dev is read, and there is no plan of it.",
    ],
    [
      "what a component refuses",
      () => {
        throw new pulumi.ResourceError('Box "b": too big. Use a smaller one.', undefined);
      },
      'Box "b": too big. Use a smaller one.',
    ],
  ])("%s", async (_what, program, message) => {
    await expect(record(program)).rejects.toThrow(message);
  });
});
