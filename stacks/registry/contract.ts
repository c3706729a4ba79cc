import * as pulumi from "@pulumi/pulumi";

/** Where the images of one application lie. */
export interface ImageRepository {
  /** Where to push to and pull from, without tag or digest. */
  repositoryUrl: pulumi.Output<string>;
  repositoryArn: pulumi.Output<string>;
}

/** What the stack gives to those that run its images. */
export interface RegistryOutputs {
  webApi: ImageRepository;
}

/** The company's repositories: the stack `registry` in its one environment. */
export function registry(): RegistryOutputs {
  const reference = new pulumi.StackReference("registry", { name: `${pulumi.getOrganization()}/registry/shared` });
  return { webApi: reference.requireOutput("webApi") as unknown as ImageRepository };
}
