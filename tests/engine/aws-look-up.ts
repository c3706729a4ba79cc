import type { Emulator } from "./emulator.ts";

/** ARNs of what carries a tag, by the Resource Groups Tagging API. */
export async function arnsTagged(emulator: Emulator, key: string, value: string): Promise<string[]> {
  const found: string[] = [];
  let PaginationToken = "";
  do {
    const response = await emulator.ask({
      service: "tagging",
      target: "ResourceGroupsTaggingAPI_20170126.GetResources",
      body: JSON.stringify({ TagFilters: [{ Key: key, Values: [value] }], ResourcesPerPage: 100, PaginationToken }),
    });
    const page = (await response.json()) as Page;
    found.push(...page.ResourceTagMappingList.map(({ ResourceARN }) => ResourceARN));
    PaginationToken = page.PaginationToken ?? "";
  } while (PaginationToken !== "");
  return found;
}

interface Page {
  PaginationToken?: string;
  ResourceTagMappingList: { ResourceARN: string }[];
}

/** Ids of an EFS file system's mount targets, by their subnets. */
export async function mountTargetIds(emulator: Emulator, fileSystemId: string): Promise<Map<string, string>> {
  const path = `/2015-02-01/mount-targets?FileSystemId=${fileSystemId}`;
  const response = await emulator.ask({ service: "elasticfilesystem", method: "GET", path });
  const { MountTargets: found } = (await response.json()) as {
    MountTargets: { SubnetId: string; MountTargetId: string }[];
  };
  return new Map(found.map(({ SubnetId, MountTargetId }) => [SubnetId, MountTargetId]));
}
