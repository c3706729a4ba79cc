import { describe, expect, it } from "vitest";
import { autoscalingMistakes, type LoadBalancedAutoscalingArgs, leastTasks } from "./autoscaling-args.ts";

const night = { name: "night", cron: "0 20 * * ? *", timeZone: "Europe/Berlin", minimumTasks: 1, maximumTasks: 2 };
const scaling: LoadBalancedAutoscalingArgs = { minimumTasks: 2, maximumTasks: 10 };

describe("leastTasks", () => {
  it("is the desired count where nothing scales", () => {
    expect(leastTasks(3)).toBe(3);
  });

  it("is the smallest minimum of the whole day", () => {
    expect([leastTasks(4, scaling), leastTasks(4, { ...scaling, schedule: [night] })]).toEqual([2, 1]);
  });
});

describe("autoscalingMistakes", () => {
  it("finds nothing in limits that hold", () => {
    const args = { ...scaling, cpuPercent: 50, requestsPerTaskPerMinute: 600, schedule: [night] };
    expect(autoscalingMistakes(2, args)).toEqual([]);
  });

  it("says what is wrong with the hour and with the zone of a schedule together", () => {
    const schedule = [{ ...night, cron: "0 20 30 2 ? *", timeZone: "Mars/Olympus" }];
    expect(autoscalingMistakes(2, { ...scaling, schedule })).toEqual([
      'schedule "night": The cron expression "0 20 30 2 ? *" names a day that no month of it has. Change its day.',
      'schedule "night": The time zone "Mars/Olympus" is not in the IANA database. Use an IANA name such as "Europe/Berlin", or "UTC".',
    ]);
  });

  it("allows no tasks at all", () => {
    expect(autoscalingMistakes(0, { minimumTasks: 0, maximumTasks: 0 })).toEqual([]);
  });

  it.each([-1, 1.5, Number.NaN])("refuses a desired count of %s", (count) => {
    expect(autoscalingMistakes(count)).toEqual([`desiredCount ${count} is no number of tasks. Use 0 or more.`]);
  });

  it.each<[Partial<LoadBalancedAutoscalingArgs>, string]>([
    [{ minimumTasks: 11 }, "autoscaling: minimumTasks 11 is above maximumTasks 10. Raise one or lower the other."],
    [{ minimumTasks: -1 }, "autoscaling: -1 is no number of tasks. Use 0 or more."],
    [{ minimumTasks: 5 }, "desiredCount 3 is outside of autoscaling's 5–10. Leave it out."],
    [{ cpuPercent: 100 }, "autoscaling.cpuPercent 100 cannot be held. Use 10–90."],
    [{ requestsPerTaskPerMinute: 0 }, "autoscaling.requestsPerTaskPerMinute 0 cannot be held. Use more than 0."],
    [
      { schedule: [{ ...night, cron: "0 20 * * *" }] },
      'schedule "night": The cron expression "0 20 * * *" has five fields, as Unix has them; AWS has six, the last is the year. Write "0 20 * * ? *".',
    ],
    [
      { schedule: [{ ...night, cron: "0 20 * * * *" }] },
      'schedule "night": Neither day field of "0 20 * * * *" is ?, and AWS takes only one of them. Write "0 20 * * ? *".',
    ],
    [
      { schedule: [{ ...night, timeZone: "Berlin" }] },
      'schedule "night": The time zone "Berlin" is not in the IANA database. Use "Europe/Berlin".',
    ],
    [
      { schedule: [{ ...night, maximumTasks: 0 }] },
      'schedule "night": minimumTasks 1 is above maximumTasks 0. Raise one or lower the other.',
    ],
    [{ schedule: [night, night] }, 'Two schedules are called "night". Give each a name of its own.'],
  ])("says what is wrong in %j", (args, message) => {
    expect(autoscalingMistakes(3, { ...scaling, ...args })).toEqual([message]);
  });
});
