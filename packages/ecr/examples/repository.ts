import { Repository } from "@acme/ecr";

/** One repository, which the account that runs production can pull from. */
export default async function () {
  const webApi = new Repository("web-api", {
    namespace: "acme",
    name: "web-api",
    pullAccountIds: ["123456789012"],
  });
  return { repositoryUrl: webApi.repositoryUrl };
}
