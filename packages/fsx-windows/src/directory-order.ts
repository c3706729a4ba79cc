import * as pulumi from "@pulumi/pulumi";

/** The value, known to those who use it once the resources are there. */
export function after(resources: pulumi.CustomResource[], value: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.all([value, ...resources.map((resource) => resource.id)]).apply(([first]) => first as string);
}
