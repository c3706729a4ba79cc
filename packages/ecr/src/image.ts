import * as pulumi from "@pulumi/pulumi";

/**
 * The image with this digest, as a container definition names it: `<repositoryUrl>@sha256:…`. A digest is the image's
 * content, so that every task starts the same bytes, whatever happens to the tags.
 */
export function imageAt(repositoryUrl: pulumi.Input<string>, digest: string): pulumi.Output<string> {
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
    throw new pulumi.RunError(
      `Image "${digest}": that is no digest. Use "sha256:" and 64 lower-case hexadecimal digits, as docker push prints it.`,
    );
  }
  return pulumi.interpolate`${repositoryUrl}@${digest}`;
}
