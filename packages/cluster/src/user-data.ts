import * as pulumi from "@pulumi/pulumi";

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html: 16 KB, before Base64. */
const largestBytes = 16_384;

/**
 * A text in Base64. It says of itself that it only encodes, so that a plan shows the text.
 *
 * @throws {pulumi.RunError} where the text is longer than EC2 takes.
 */
export const toBase64 = Object.assign(
  (text: string): string => {
    const bytes = Buffer.from(text, "utf8");
    if (bytes.length > largestBytes) {
      throw new pulumi.RunError(
        `User data has ${bytes.length} bytes, and EC2 takes ${largestBytes}. Shorten what it is made of.`,
      );
    }
    return bytes.toString("base64");
  },
  { encodes: "base64" as const },
);

/**
 * User data as a launch template takes it. A plan shows `base64:` and the text itself. A text that is longer than EC2 takes
 * is refused as soon as all of it is known.
 */
export function encodeUserData(text: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.output(text).apply(toBase64);
}
