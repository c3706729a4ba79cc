import { describe, expect, it } from "vitest";
import { refusalText } from "./refusal.ts";
import { judgeWindowsThroughput, windowsThroughputs } from "./windows-throughput.ts";

const allowed = [8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4608, 6144, 9216, 12288];

describe("judgeWindowsThroughput", () => {
  it("refuses everything but what FSx for Windows has", () => {
    const accepted = Array.from({ length: 13000 }, (_, MBps) => MBps).filter((MBps) =>
      judgeWindowsThroughput(MBps, "SINGLE_AZ_2").every(({ severity }) => severity !== "error"),
    );
    expect(accepted).toEqual(allowed);
    expect(windowsThroughputs.map(({ MBps }) => MBps)).toEqual(allowed);
  });

  it.each([
    [100, "100 MBps is no throughput capacity that FSx for Windows has. Use 64 or 128."],
    [4, "4 MBps is no throughput capacity that FSx for Windows has. Use 8."],
    [20000, "20000 MBps is no throughput capacity that FSx for Windows has. Use 12288."],
    [
      Number.NaN,
      "NaN MBps is no throughput capacity that FSx for Windows has. " +
        "Use 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4608, 6144, 9216 or 12288.",
    ],
  ])("refuses %s MBps and names the neighbours", (MBps, text) => {
    const refusals = judgeWindowsThroughput(MBps, "SINGLE_AZ_2");
    expect(refusals.map(refusalText)).toEqual([text]);
    expect(refusals.map(({ severity }) => severity)).toEqual(["error"]);
  });

  it("warns about the large capacities, which few Regions have", () => {
    const regions = "us-east-1, us-east-2, us-west-2, eu-west-1, ap-northeast-1 or ap-southeast-1";
    const fix = `Use 2048 MBps or less, or one of the Regions ${regions}`;
    expect(judgeWindowsThroughput(4608, "MULTI_AZ_1")).toEqual([
      { rule: "windows-throughput", severity: "warning", problem: "4608 MBps is not to be had in every Region", fix },
    ]);
  });

  it("warns about less than 32 MBps in several zones only", () => {
    expect(judgeWindowsThroughput(8, "SINGLE_AZ_2")).toEqual([]);
    expect(judgeWindowsThroughput(32, "MULTI_AZ_1")).toEqual([]);
    expect(judgeWindowsThroughput(16, "MULTI_AZ_1")).toEqual([
      {
        rule: "windows-throughput",
        severity: "warning",
        problem: "16 MBps is meant for tests, and MULTI_AZ_1 for production",
        fix: "Use 32 MBps or more, or SINGLE_AZ_2 for a test",
      },
    ]);
  });
});
