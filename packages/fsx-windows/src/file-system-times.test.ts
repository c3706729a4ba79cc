import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeMistakes, timesWithDefaults } from "./file-system-times.ts";

describe("timesWithDefaults", () => {
  it("work at night, the maintenance on Sunday", () => {
    expect(timesWithDefaults({})).toEqual({ dailyBackupStartTime: "02:00", weeklyMaintenanceStartTime: "7:04:00" });
  });
});

describe("timeMistakes", () => {
  it.each([
    [undefined, undefined],
    ["00:00", "1:00:30"],
    ["23:59", "7:00:29"],
    ["04:00", "3:03:30"],
  ])("accepts a backup at %s and a maintenance at %s", (dailyBackupStartTime, weeklyMaintenanceStartTime) => {
    expect(timeMistakes({ dailyBackupStartTime, weeklyMaintenanceStartTime })).toEqual([]);
  });

  it.each(["2:00", "24:00", "02:60", "0200", "02:00Z", ""])("refuses a backup at %j", (time) => {
    expect(timeMistakes({ dailyBackupStartTime: time })).toEqual([
      `dailyBackupStartTime "${time}" is no time of the day. Write it as "02:00", in UTC.`,
    ]);
  });

  it.each(["0:04:00", "8:04:00", "04:00", "7:24:00", "Sun:04:00"])("refuses a maintenance at %j", (time) => {
    expect(timeMistakes({ weeklyMaintenanceStartTime: time })).toEqual([
      `weeklyMaintenanceStartTime "${time}" is no time of the week. Write it as "7:04:00", Sunday at four in UTC; 1 is Monday.`,
    ]);
  });

  it.each([
    ["04:00", "7:04:00"],
    ["04:29", "7:04:00"],
    ["03:31", "7:04:00"],
    ["23:45", "2:00:00"],
  ])("refuses a backup at %s beside a maintenance at %s", (backup, maintenance) => {
    expect(timeMistakes({ dailyBackupStartTime: backup, weeklyMaintenanceStartTime: maintenance })).toEqual([
      `The backup at ${backup} and the maintenance at ${maintenance} meet, and each takes 30 minutes. Move one of them.`,
    ]);
  });

  it("refuses exactly the times whose half hours share a minute", () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const text = (at: number) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
    const halfHour = (start: number) => Array.from({ length: 30 }, (_, after) => (start + after) % (24 * 60));
    fc.assert(
      fc.property(minute, fc.oneof(minute, fc.integer({ min: -40, max: 40 })), (backup, other) => {
        const maintenance = (backup + other + 24 * 60) % (24 * 60);
        const meet = halfHour(backup).some((each) => halfHour(maintenance).includes(each));
        const args = { dailyBackupStartTime: text(backup), weeklyMaintenanceStartTime: `1:${text(maintenance)}` };
        expect(timeMistakes(args).length > 0).toBe(meet);
      }),
    );
  });
});
