import { describe, expect, it } from "vitest";
import { timeZoneMistake } from "./time-zone.ts";

describe("timeZoneMistake", () => {
  it.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Calcutta"])("accepts %s", (zone) => {
    expect(timeZoneMistake(zone)).toBeUndefined();
  });

  it.each([
    ["europe/berlin", 'Use "Europe/Berlin"'],
    ["berlin", 'Use "Europe/Berlin"'],
    ["New York", 'Use "America/New_York"'],
    ["+02:00", 'Use an IANA name such as "Europe/Berlin", or "UTC"'],
    ["utc", 'Use an IANA name such as "Europe/Berlin", or "UTC"'],
    ["Mars/Olympus", 'Use an IANA name such as "Europe/Berlin", or "UTC"'],
  ])("refuses %s", (zone, fix) => {
    expect(timeZoneMistake(zone)).toBe(`The time zone "${zone}" is not in the IANA database. ${fix}.`);
  });
});
