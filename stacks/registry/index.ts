import { Repository } from "@acme/ecr";
import { config } from "./config.ts";
import type { RegistryOutputs } from "./contract.ts";

export default async function (): Promise<RegistryOutputs> {
  const { namespace, pullAccountIds, disposable } = config();

  const webApi = new Repository(
    "web-api",
    {
      namespace,
      name: "web-api",
      pullAccountIds,
      forceDelete: disposable !== undefined,
    },
    { protect: disposable === undefined },
  );

  return { webApi: { repositoryUrl: webApi.repositoryUrl, repositoryArn: webApi.repositoryArn } };
}
