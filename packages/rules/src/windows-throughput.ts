import { api, type Evidence, page } from "./evidence.ts";
import { error, type Refusal, warning } from "./refusal.ts";
import { either } from "./words.ts";

/** How an FSx for Windows file system is spread over zones (botocore 1.43.107 fsx WindowsDeploymentType). */
export type WindowsDeploymentType = "MULTI_AZ_1" | "SINGLE_AZ_1" | "SINGLE_AZ_2";

/** A throughput capacity that an FSx for Windows file system can have. */
export interface WindowsThroughputRow extends Evidence {
  /** What `throughputCapacity` can be. */
  MBps: number;
  /** What AWS means it for; the API takes the small ones for every deployment type. */
  use: "test" | "production";
  /**
   * Regions that have it.
   *
   * @default - every Region with FSx for Windows
   */
  regions?: readonly string[];
}

const performance = page("https://docs.aws.amazon.com/fsx/latest/WindowsGuide/performance.html");
const text = api("fsx CreateFileSystemWindowsConfiguration.ThroughputCapacity");
const largeRegions = ["us-east-1", "us-east-2", "us-west-2", "eu-west-1", "ap-northeast-1", "ap-southeast-1"];

/**
 * Every throughput capacity, ascending. The API's text still ends at 2048, where the guide goes on to 12288.
 */
export const windowsThroughputs: readonly WindowsThroughputRow[] = [
  ...[8, 16].map((MBps) => ({ MBps, use: "test" as const, ...text })),
  ...[32, 64, 128, 256, 512, 1024, 2048].map((MBps) => ({ MBps, use: "production" as const, ...performance })),
  ...[4608, 6144, 9216, 12288].map((MBps) => ({
    MBps,
    use: "production" as const,
    regions: largeRegions,
    ...performance,
  })),
];

/**
 * Refuses a throughput capacity that FSx for Windows does not have, and warns about one that is too small for a file
 * system in several zones, or that not every Region has.
 */
export function judgeWindowsThroughput(MBps: number, deploymentType: WindowsDeploymentType): Refusal[] {
  const row = windowsThroughputs.find((each) => each.MBps === MBps);
  if (!row) return [unknownThroughput(MBps)];
  const refusals: Refusal[] = [];
  if (row.use === "test" && deploymentType === "MULTI_AZ_1") {
    const problem = `${MBps} MBps is meant for tests, and MULTI_AZ_1 for production`;
    refusals.push(warning("windows-throughput", problem, "Use 32 MBps or more, or SINGLE_AZ_2 for a test"));
  }
  if (row.regions) {
    const fix = `Use 2048 MBps or less, or one of the Regions ${either(row.regions)}`;
    refusals.push(warning("windows-throughput", `${MBps} MBps is not to be had in every Region`, fix));
  }
  return refusals;
}

function unknownThroughput(MBps: number): Refusal {
  const allowed = windowsThroughputs.map((row) => row.MBps);
  const below = allowed.findLast((each) => each < MBps);
  const above = allowed.find((each) => each > MBps);
  const nearest = [below, above].filter((each) => each !== undefined);
  return error(
    "windows-throughput",
    `${MBps} MBps is no throughput capacity that FSx for Windows has`,
    `Use ${either(nearest.length > 0 ? nearest : allowed)}`,
  );
}
