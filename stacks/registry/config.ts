import { defineConfig, loadConfig, refused, relaxation } from "@acme/config";
import { z } from "zod";

export const schema = defineConfig("registry", {
  namespace: z
    .string()
    .regex(
      /^[a-z0-9]+([._-][a-z0-9]+)*$/,
      refused("is no namespace. Use lower-case letters, digits and single . _ - between them."),
    )
    .default("acme")
    .describe("First part of every repository's name, so that permissions can be given for all of them."),
  pullAccountIds: z
    .array(z.string().regex(/^\d{12}$/, refused("is no account id. Use twelve digits in quotes.")))
    .default([])
    .describe("Accounts that may pull the images: those of the environments, where they differ from this one."),
  disposable: relaxation("Lets destroy delete the repositories with every image in them."),
});

/** The settings of this environment. */
export const config = () => loadConfig(schema);
