import { isWindows } from "@acme/rules";
import type { TaskDefinitionArgs } from "./task-definition-args.ts";

/** Whether the containers of the task are Windows containers. */
export function runsOnWindows({ operatingSystemFamily = "LINUX" }: TaskDefinitionArgs): boolean {
  return isWindows(operatingSystemFamily);
}
