// node tests/engine/on-aws/orphans.ts [minutes]: fails where AWS still has something of the run in ENGINE_RUN, and lists it.
import { setTimeout } from "node:timers/promises";
import { accountAtHand, RUN_TAG } from "./account.ts";
import { hasEnded } from "./afterlife.ts";
import { tellAws } from "./ask-aws.ts";

/** ARNs of what wears the tag of a run. Groups of hosts, which would start ever new ones, are asked for by themselves. */
function wearersOf(run: string): string[] {
  const tagged = ["resourcegroupstaggingapi", "get-resources", "--tag-filters", `Key=${RUN_TAG},Values=${run}`];
  const groups = ["autoscaling", "describe-auto-scaling-groups", "--filters", `Name=tag:${RUN_TAG},Values=${run}`];
  return [
    ...(tellAws(...tagged, "--query", "ResourceTagMappingList[].ResourceARN") as string[]),
    ...(tellAws(...groups, "--query", "AutoScalingGroups[].AutoScalingGroupARN") as string[]),
  ];
}

const account = accountAtHand();
if (account === undefined) throw new Error("ENGINE_ACCOUNT_ID is not set. Set it to the account of the run.");
const minutes = Number(process.argv[2] ?? 0); // the search lags behind AWS by some
let orphans: string[] = [];
for (let minute = 0; minute <= minutes; minute++) {
  if (minute > 0) await setTimeout(60_000);
  orphans = wearersOf(account.run).filter((arn) => !hasEnded(arn));
  if (orphans.length === 0) break;
}
if (orphans.length === 0) console.log(`Nothing is left of the run ${account.run}.`);
else {
  console.error([`These are left of the run ${account.run}. Delete them by hand:`, ...orphans].join("\n  "));
  process.exitCode = 1;
}
