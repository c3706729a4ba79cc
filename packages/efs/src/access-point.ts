import { judgeLimit, type LimitId, refusalText } from "@acme/rules";
import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** The folder that tasks see as their volume, and the user that they are to the file system, whatever user they run as. */
export interface AccessPointArgs {
  /**
   * Folder of the file system that is the root of the volume; made on first use. At most 4 levels and 100 characters, and
   * not `/` (Security Hub EFS.3). A change replaces the access point and leaves the files in the old folder.
   *
   * @default "/data"
   */
  path?: string;
  /**
   * User that owns the folder and every file written through it, 1–4294967295. Not 0: the file system's policy denies
   * root.
   *
   * @default 1654, the `app` user of the .NET images
   */
  userId?: number;
  /**
   * Group that owns the folder and every file written through it, 0–4294967295.
   *
   * @default 1654, the `app` group of the .NET images
   */
  groupId?: number;
  /**
   * Further groups whose files can be used, at most 16.
   *
   * @default []
   */
  secondaryGroupIds?: number[];
  /**
   * Permissions of the folder when it is made, as 3 or 4 octal digits. A change replaces the access point and leaves the
   * folder as it is.
   *
   * @default "0750" - its user writes, its group reads
   */
  permissions?: string;
}

function withDefaults(args: AccessPointArgs): Required<AccessPointArgs> {
  const { path = "/data", userId = 1654, groupId = 1654, secondaryGroupIds = [], permissions = "0750" } = args;
  return { path, userId, groupId, secondaryGroupIds, permissions };
}

/** Creates the access point. All of it is immutable: a change replaces it. */
export function createAccessPoint(
  parent: pulumi.Resource,
  name: string,
  fileSystemId: pulumi.Input<string>,
  args: AccessPointArgs = {},
): aws.efs.AccessPoint {
  const { path, userId, groupId, secondaryGroupIds, permissions } = withDefaults(args);
  return new aws.efs.AccessPoint(
    name,
    {
      fileSystemId,
      posixUser: {
        uid: userId,
        gid: groupId,
        ...(secondaryGroupIds.length > 0 && { secondaryGids: secondaryGroupIds }),
      },
      rootDirectory: { path, creationInfo: { ownerUid: userId, ownerGid: groupId, permissions } },
    },
    { parent },
  );
}

/** What is wrong with the arguments, each with what to do. */
export function accessPointMistakes(args: AccessPointArgs = {}): string[] {
  const { path, userId, groupId, secondaryGroupIds, permissions } = withDefaults(args);
  const mistakes = pathMistakes(path);
  if (userId === 0) mistakes.push("The user id is 0, and the file system's policy denies root. Use another user.");
  for (const id of [userId, groupId, ...secondaryGroupIds]) mistakes.push(...judged("efs-posix-id", id));
  mistakes.push(...judged("efs-secondary-groups", secondaryGroupIds.length));
  if (!/^[0-7]{3,4}$/.test(permissions)) {
    mistakes.push(`The permissions "${permissions}" are no file mode. Use 3 or 4 octal digits, such as "0750".`);
  }
  return mistakes;
}

/** botocore 1.43.107 efs Path */
function pathMistakes(path: string): string[] {
  if (path === "/") return ['The path is "/", the whole file system. Use a folder, such as "/data".'];
  const folders = path.split("/").slice(1);
  const wellFormed = /^(?:\/[^./$#<>;`|&?{}^*\n][^/$#<>;`|&?{}^*\n]*)+$/.test(path);
  if (!wellFormed) {
    return [`The path "${path}" is no absolute path of plain folder names. Use one such as "/data/files".`];
  }
  return [...judged("efs-path-depth", folders.length), ...judged("efs-path-length", path.length)];
}

function judged(limit: LimitId, value: number): string[] {
  const refusal = judgeLimit(limit, value);
  return refusal === undefined ? [] : [refusalText(refusal)];
}
