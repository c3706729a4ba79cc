import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";

/**
 * A setting whose value is encrypted in the environment file.
 *
 * The program gets it as an output that is marked secret; no message ever shows it. Its text is not checked:
 * without credentials the plan has only a placeholder. It can stand at the top level only, because Pulumi
 * encrypts a top-level setting as a whole. Add `.optional()` where the environment may do without.
 *
 * @param description What the secret is for, and what happens without it.
 */
export function secret(description: string) {
  return z.custom<pulumi.Output<string>>(pulumi.Output.isInstance).meta({ description, secret: true });
}
