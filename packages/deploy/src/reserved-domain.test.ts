import { describe, expect, it } from "vitest";
import { reservedDomain } from "./reserved-domain.ts";

describe("reservedDomain", () => {
  it.each([
    ["example.com", "example.com"],
    ["files.example.com", "files.example.com"],
    ["*.dev.Example.NET", "*.dev.example.net"],
    ["files.example.org.", "files.example.org"],
    ["shop.example", "shop.example"],
    ["files.acme.test", "files.acme.test"],
    ["files.invalid", "files.invalid"],
    ["files.localhost", "files.localhost"],
    ["https://files.example.com:8443/path", "files.example.com"],
    ["ops@example.com", "example.com"],
  ])("finds %s", (text, host) => {
    expect(reservedDomain(text)).toBe(host);
  });

  it.each([
    "files.acme.com",
    "myexample.com",
    "example.com.acme.io",
    "example.co",
    "example",
    "test",
    "localhost",
    "no domain yet, later files.example.com",
    "mcr.microsoft.com/dotnet/samples:aspnetapp",
    "",
    "10.0.0.0/16",
  ])("passes %j", (text) => {
    expect(reservedDomain(text)).toBeUndefined();
  });
});
