import { imageAt, pullStatements } from "@acme/ecr";
import type { ImageRepository } from "@acme/stack-registry";
import * as pulumi from "@pulumi/pulumi";

/** Microsoft's sample: it answers / on port 80, so that a new fork has a URL before it has a pipeline. */
const SAMPLE = "mcr.microsoft.com/dotnet/framework/samples:aspnetapp-windowsservercore-ltsc2022";

/** The image of the IIS application, what is needed to pull it, and where it says that it can serve. */
export function iisAppImage(repository: ImageRepository, digest: string | undefined) {
  if (digest === undefined) {
    void pulumi.log.info(
      `Without imageDigest the public sample ${SAMPLE} runs. It knows no sweep: the scheduled task is left out.`,
    );
    return { uri: SAMPLE, pullStatements: [], healthPath: "/", isSample: true };
  }
  return {
    uri: imageAt(repository.repositoryUrl, digest),
    pullStatements: pullStatements([repository.repositoryArn]),
    healthPath: "/healthz",
    isSample: false,
  };
}
