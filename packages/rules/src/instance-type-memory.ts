import { type InstanceTypeRow, rowsOf } from "./instance-type-row.ts";

/** R types, with 8 GiB of memory for each vCPU: name, vCPU, MiB, network interfaces, tasks with trunking. */
export const memoryTypes: readonly InstanceTypeRow[] = [
  ...rowsOf("X86_64", [
    ["r6i.large", 2, 16384, 3, 10],
    ["r6i.xlarge", 4, 32768, 4, 20],
    ["r6i.2xlarge", 8, 65536, 4, 40],
    ["r6i.4xlarge", 16, 131072, 8, 60],
    ["r6i.8xlarge", 32, 262144, 8, 90],
    ["r7i.large", 2, 16384, 3],
    ["r7i.xlarge", 4, 32768, 4],
    ["r7i.2xlarge", 8, 65536, 4],
    ["r7i.4xlarge", 16, 131072, 8],
    ["r7i.8xlarge", 32, 262144, 8],
    ["r5.large", 2, 16384, 3, 10],
    ["r5.xlarge", 4, 32768, 4, 20],
    ["r5.2xlarge", 8, 65536, 4, 40],
    ["r5.4xlarge", 16, 131072, 8, 60],
    ["r5.8xlarge", 32, 262144, 8],
  ]),
  ...rowsOf("ARM64", [
    ["r6g.medium", 1, 8192, 2, 4],
    ["r6g.large", 2, 16384, 3, 10],
    ["r6g.xlarge", 4, 32768, 4, 20],
    ["r6g.2xlarge", 8, 65536, 4, 40],
    ["r6g.4xlarge", 16, 131072, 8, 60],
    ["r6g.8xlarge", 32, 262144, 8, 60],
    ["r7g.medium", 1, 8192, 2, 4],
    ["r7g.large", 2, 16384, 3, 10],
    ["r7g.xlarge", 4, 32768, 4, 20],
    ["r7g.2xlarge", 8, 65536, 4, 40],
    ["r7g.4xlarge", 16, 131072, 8, 60],
    ["r7g.8xlarge", 32, 262144, 8, 60],
  ]),
];
