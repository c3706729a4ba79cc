import { execFileSync } from "node:child_process";
import type { Engine } from "./engine.ts";
import type { StackName } from "./held-stacks.ts";
import type { Outcome } from "./pulumi-process.ts";
import { typeAndName } from "./stack-state.ts";

/** How to stop Pulumi: by Ctrl-C, or as a machine that loses its power does, with all that it has started. */
export type Stop = "Ctrl-C" | "power off";

interface Event {
  resourcePreEvent?: { metadata: { op: string; urn: string; type: string } };
  resOutputsEvent?: { metadata: { urn: string; type: string } };
}

/**
 * Starts an `up`, and stops it as soon as `when` holds. An `up` that ends before is an error.
 *
 * @param when is asked again and again what is under way, each as `<type>::<name>`.
 */
export async function stopUp(
  engine: Engine,
  { stack, env }: StackName,
  how: Stop,
  when: (underWay: ReadonlySet<string>) => boolean | Promise<boolean>,
): Promise<Outcome> {
  const { child, ended } = engine.spawn(stack, ["up", "--yes", "--skip-preview", "--json", "--stack", env]);
  const underWay = new Set<string>();
  let stopped = false;
  const check = async () => {
    if (!(await when(underWay)) || stopped || child.exitCode !== null) return;
    stopped = true;
    stop(child.pid as number, how);
  };
  let text = "";
  child.stdout?.on("data", (more: string) => {
    const lines = (text + more).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("{") && note(JSON.parse(line) as Event, underWay)) void check();
  });
  const waiting = setInterval(check, 500);
  const outcome = await ended;
  clearInterval(waiting);
  if (!stopped) throw new Error(`The up of ${stack} ${env} ended before it could be stopped:\n${outcome.stdout}`);
  return outcome;
}

/** Whether an event says that something began or ended. */
function note({ resourcePreEvent, resOutputsEvent }: Event, underWay: Set<string>): boolean {
  const begun = resourcePreEvent?.metadata;
  if (begun !== undefined && begun.op !== "same" && begun.type.startsWith("aws:")) underWay.add(typeAndName(begun));
  if (resOutputsEvent !== undefined) underWay.delete(typeAndName(resOutputsEvent.metadata));
  return begun !== undefined || resOutputsEvent !== undefined;
}

function stop(pid: number, how: Stop): void {
  if (how === "Ctrl-C") process.kill(pid, "SIGINT");
  // Pulumi starts each plugin in a process group of its own.
  else for (const one of [pid, ...descendants(pid)]) process.kill(one, "SIGKILL");
}

function descendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid);
  return children.flatMap(([child = 0]) => [child, ...descendants(child)]);
}
