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
  iisApp: ImageRepository;
}

/** The company's repositories: the stack `registry` in its one environment. Only those that are read must be there. */
export function registry(): RegistryOutputs {
  const reference = new pulumi.StackReference("registry", { name: `${pulumi.getOrganization()}/registry/shared` });
  const repository = (output: keyof RegistryOutputs) => mustHave(reference, output) as unknown as ImageRepository;
  return {
    get webApi() {
      return repository("webApi");
    },
    get iisApp() {
      return repository("iisApp");
    },
  };
}

function mustHave(reference: pulumi.StackReference, output: keyof RegistryOutputs): pulumi.Output<ImageRepository> {
  return reference.getOutput(output).apply((repository) => {
    if (repository !== undefined) return repository as ImageRepository;
    throw new pulumi.RunError(`registry shared has no repository ${output} yet. Run: pnpm stacks up shared`);
  });
}
