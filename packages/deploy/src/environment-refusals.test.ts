import { describe, expect, it } from "vitest";
import { allowedAccounts, refusals } from "./environment-refusals.ts";

const PATH = "stacks/web/Pulumi.prod.yaml";
const OWN = { "aws:allowedAccountIds": '["210987654321"]' };
const EXAMPLE = { "aws:allowedAccountIds": '["123456789012"]' };
const file = (values: Record<string, string>) => ({ path: PATH, values });

describe("refusals", () => {
  it("is empty for a file of one's own", () => {
    expect(refusals("up", file({ ...OWN, "web:domain": '{"name":"files.acme.com"}' }), undefined)).toEqual([]);
  });

  it("names the example account wherever it stands", () => {
    const values = { ...EXAMPLE, "web:certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/a" };
    const rest = "123456789012 is the template's example account. Fill in your own account.";
    expect(refusals("up", file(values), undefined)).toEqual([
      `${PATH}: aws:allowedAccountIds[0]: ${rest}`,
      `${PATH}: web:certificateArn: ${rest}`,
    ]);
  });

  it("names the template's placeholder for a digest", () => {
    const digest = `sha256:${"0".repeat(64)}`;
    expect(refusals("up", file({ ...OWN, "web:imageDigest": digest }), undefined)).toEqual([
      `${PATH}: web:imageDigest: the digest is a placeholder. Fill in the one that the push printed, or remove the key.`,
    ]);
  });

  it("names the template's placeholder for a secret", () => {
    const secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:windows-iis/mount-EXAMPL";
    expect(refusals("up", file({ ...OWN, "web:secretArn": secret }), undefined)).toEqual([
      `${PATH}: web:secretArn: the secret is a placeholder. Create one, and fill in the ARN that AWS gave it.`,
    ]);
  });

  it("passes a longer number that contains the example account", () => {
    expect(refusals("up", file({ ...OWN, "web:digest": "sha256:0123456789012" }), undefined)).toEqual([]);
  });

  it("names each reserved domain with the path of its key", () => {
    const values = { ...OWN, "web:domain": '{"names":["files.acme.com","files.example.com"]}', "web:host": "a.test" };
    const rest = "lies in a domain reserved for examples. Fill in a domain of your own.";
    expect(refusals("up", file(values), undefined)).toEqual([
      `${PATH}: web:domain.names[1]: files.example.com ${rest}`,
      `${PATH}: web:host: a.test ${rest}`,
    ]);
  });

  it.each(["up", "destroy"] as const)("refuses %s where the file allows no account", (command) => {
    const line = `${PATH}: aws:allowedAccountIds is missing: any account would do. Name yours.`;
    expect(refusals(command, file({ "aws:region": "us-east-1" }), undefined)).toEqual([line]);
    expect(refusals(command, file({ "aws:allowedAccountIds": "[]" }), undefined)).toEqual([line]);
  });

  it.each(["preview", "destroy"] as const)("lets %s pass with placeholders", (command) => {
    expect(refusals(command, file({ ...EXAMPLE, "web:domain": "files.example.com" }), undefined)).toEqual([]);
  });

  it.each([
    ["http://127.0.0.1:4566", 0],
    ["http://localhost:4566", 0],
    ["http://[::1]:4566", 0],
    ["http://aws.localhost:4566", 0],
    ["https://127.0.0.1.acme.com", 1],
    ["https://10.0.0.1:4566", 1],
    ["127.0.0.1:4566", 1],
    ["", 1],
  ])("with the endpoint %s gives %i lines", (endpoint, lines) => {
    expect(refusals("up", file(EXAMPLE), endpoint)).toHaveLength(lines);
  });
});

describe("allowedAccounts", () => {
  it.each([
    ['["210987654321","111111111111"]', ["210987654321", "111111111111"]],
    ["210987654321", ["210987654321"]],
    ["", []],
  ])("reads %s", (text, accounts) => {
    expect(allowedAccounts(file({ "aws:allowedAccountIds": text }))).toEqual(accounts);
  });
});
