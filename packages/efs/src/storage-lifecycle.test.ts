import { describe, expect, it } from "vitest";
import { lifecycleMistakes, lifecyclePolicies, type StorageLifecycle } from "./storage-lifecycle.ts";

const regional = { elastic: true, oneZone: false };
const ia = (value: string) => ({ transitionToIa: value });
const archive = (value: string) => ({ transitionToArchive: value });

describe("lifecyclePolicies", () => {
  it.each([
    [{}, regional, [ia("AFTER_30_DAYS"), archive("AFTER_90_DAYS")]],
    [{}, { elastic: false, oneZone: false }, [ia("AFTER_30_DAYS")]],
    [{}, { elastic: true, oneZone: true }, [ia("AFTER_30_DAYS")]],
    [{ infrequentAccessDays: 1 }, regional, [ia("AFTER_1_DAY"), archive("AFTER_90_DAYS")]],
    [{ infrequentAccessDays: 90 }, regional, [ia("AFTER_90_DAYS")]],
    [{ infrequentAccessDays: "never" }, regional, []],
    [{ archiveDays: "never" }, regional, [ia("AFTER_30_DAYS")]],
    [{ archiveDays: 365 }, { elastic: true, oneZone: true }, [ia("AFTER_30_DAYS"), archive("AFTER_365_DAYS")]],
    [
      { standardOnAccess: true },
      regional,
      [ia("AFTER_30_DAYS"), archive("AFTER_90_DAYS"), { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }],
    ],
    [{ infrequentAccessDays: "never", standardOnAccess: true }, regional, []],
  ] as [StorageLifecycle, typeof regional, object[]][])(
    "turns %j of %j into transitions",
    (lifecycle, kind, policies) => {
      expect(lifecyclePolicies(lifecycle, kind)).toEqual(policies);
      expect(lifecycleMistakes(lifecycle, kind)).toEqual([]);
    },
  );
});

describe("lifecycleMistakes", () => {
  it.each([
    [
      { infrequentAccessDays: 31, archiveDays: 0 },
      regional,
      [
        'infrequentAccessDays is 31. Use 1, 7, 14, 30, 60, 90, 180, 270, 365 or "never".',
        'archiveDays is 0. Use 1, 7, 14, 30, 60, 90, 180, 270, 365 or "never".',
      ],
    ],
    [{ archiveDays: 30 }, regional, ["archiveDays is 30. Make it more than infrequentAccessDays, which is 30."]],
    [
      { infrequentAccessDays: "never", archiveDays: 90 },
      regional,
      ['archiveDays is 90, and infrequentAccessDays is "never". Files pass Infrequent Access first: set both.'],
    ],
    [
      { archiveDays: 90 },
      { elastic: false, oneZone: false },
      ['archiveDays is 90, and Archive needs elastic throughput. Use "never", or elastic.'],
    ],
  ] as [StorageLifecycle, typeof regional, string[]][])("refuses %j of %j", (lifecycle, kind, mistakes) => {
    expect(lifecycleMistakes(lifecycle, kind)).toEqual(mistakes);
  });
});
