import { record } from "@acme/plan";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { imageAt } from "./image.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const url = "123456789012.dkr.ecr.us-east-1.amazonaws.com/acme/web-api";

describe("imageAt", () => {
  it("names the image by its content", async () => {
    const plan = await record(() => ({ image: imageAt(pulumi.output(url), digest) }));
    expect(plan.outputs).toEqual({ image: `${url}@${digest}` });
  });

  it.each(["latest", "", digest.slice(0, -1), `${digest}0`, digest.toUpperCase(), `x${digest}`, `${digest}\n`])(
    "refuses %j",
    (wrong) => {
      const text = `Image "${wrong}": that is no digest. Use "sha256:" and 64 lower-case hexadecimal digits, as docker push prints it.`;
      expect(() => imageAt(url, wrong)).toThrow(new pulumi.RunError(text));
    },
  );
});
