import { Repository } from "@acme/ecr";
import { config } from "./config.ts";
import type { RegistryOutputs } from "./contract.ts";

export default async function (): Promise<RegistryOutputs> {
  const { namespace, pullAccountIds, disposable } = config();
  const settings = { namespace, pullAccountIds, forceDelete: disposable !== undefined };
  const opts = { protect: disposable === undefined };

  const webApi = new Repository("web-api", { ...settings, name: "web-api" }, opts);
  const iisApp = new Repository("iis-app", { ...settings, name: "iis-app" }, opts);

  return {
    webApi: { repositoryUrl: webApi.repositoryUrl, repositoryArn: webApi.repositoryArn },
    iisApp: { repositoryUrl: iisApp.repositoryUrl, repositoryArn: iisApp.repositoryArn },
  };
}
