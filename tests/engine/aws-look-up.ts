import type { Emulator } from "./emulator.ts";

/** ARNs of what carries a tag, by the Resource Groups Tagging API. */
export async function arnsTagged(emulator: Emulator, key: string, value: string): Promise<string[]> {
  const response = await fetch(emulator.endpoint, {
    method: "POST",
    headers: {
      ...asCallerOf("tagging"),
      "Content-Type": "application/x-amz-json-1.1",
      "X-Amz-Target": "ResourceGroupsTaggingAPI_20170126.GetResources",
    },
    body: JSON.stringify({ TagFilters: [{ Key: key, Values: [value] }], ResourcesPerPage: 100 }),
  });
  const { ResourceTagMappingList: found } = (await response.json()) as {
    ResourceTagMappingList: { ResourceARN: string }[];
  };
  return found.map(({ ResourceARN }) => ResourceARN);
}

/** Ids of an EFS file system's mount targets, by their subnets. */
export async function mountTargetIds(emulator: Emulator, fileSystemId: string): Promise<Map<string, string>> {
  const url = `${emulator.endpoint}/2015-02-01/mount-targets?FileSystemId=${fileSystemId}`;
  const { MountTargets: found } = (await (await fetch(url, { headers: asCallerOf("elasticfilesystem") })).json()) as {
    MountTargets: { SubnetId: string; MountTargetId: string }[];
  };
  return new Map(found.map(({ SubnetId, MountTargetId }) => [SubnetId, MountTargetId]));
}

function asCallerOf(service: string): Record<string, string> {
  const credential = `Credential=test/20260101/us-east-1/${service}/aws4_request`;
  return { Authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0` };
}
