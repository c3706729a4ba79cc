import type { CpuArchitecture } from "@acme/rules";
import type { HostArgs } from "./host-args.ts";

/** What Linux hosts are made of. */
export interface LinuxCapacityArgs extends HostArgs {
  /**
   * Processor of the hosts; ARM64 is Graviton, such as m7g.large.
   *
   * @default "X86_64"
   */
  cpuArchitecture?: CpuArchitecture;
  /**
   * Whether the account has ENI trunking on in this Region, which lets a host carry more tasks in network mode awsvpc.
   * This only says so, for the judgement of room: the setting is one for all clusters of the account, so that a stack
   * which set it would take it from the others on the day of its destruction. Turn it on before the first host starts:
   * `aws ecs put-account-setting-default --name awsvpcTrunking --value enabled`
   * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html).
   *
   * @default false
   */
  eniTrunking?: boolean;
}
