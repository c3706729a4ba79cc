import type { DomainJoin } from "./domain-join.ts";
import type { HostArgs } from "./host-args.ts";
import type { WindowsHostFamily } from "./host-image.ts";

/** What Windows hosts are made of. */
export interface WindowsCapacityArgs extends HostArgs {
  /**
   * Windows Server of the hosts. Containers must be built for the same year, and tasks name the same family.
   *
   * @default "WINDOWS_SERVER_2022_CORE"
   */
  operatingSystemFamily?: WindowsHostFamily;
  /**
   * Directory that the hosts join before they take tasks, as volumes of FSx for Windows need it
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html). A host that cannot join ends, and
   * another takes its place.
   *
   * @default - none
   */
  domainJoin?: DomainJoin;
}
