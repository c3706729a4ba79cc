import { imageAt, pullStatements } from "@acme/ecr";
import type { ImageRepository } from "@acme/stack-registry";
import * as pulumi from "@pulumi/pulumi";

/** Microsoft's sample: it answers /healthz on 8080, so that a new fork has a URL before it has a pipeline. */
const SAMPLE = "mcr.microsoft.com/dotnet/samples:aspnetapp";

/** The image of the web API, and what is needed to pull it. */
export function webApiImage(repository: ImageRepository, digest: string | undefined) {
  if (digest === undefined) {
    void pulumi.log.info(
      `Without imageDigest the public sample ${SAMPLE} runs. It knows no sweep: the scheduled task is left out.`,
    );
    return { uri: SAMPLE, pullStatements: [], isSample: true };
  }
  return {
    uri: imageAt(repository.repositoryUrl, digest),
    pullStatements: pullStatements([repository.repositoryArn]),
    isSample: false,
  };
}
