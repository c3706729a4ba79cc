import type { TestProject } from "vitest/node";
import { type Call, Emulator } from "./emulator.ts";
import { Engine } from "./engine.ts";
import type { Lack } from "./lacking.ts";
import { keepsTagsOfLaunchTemplates, runsTasks } from "./trials.ts";

interface Capability extends Lack {
  /** Whether an emulated AWS has it. */
  has: (emulator: Emulator) => Promise<boolean>;
}

const NO_FILE_SYSTEM = "fs-00000000000000000";
const WINDOWS_IMAGE = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id";

/** What moto's own server lacks. Each is asked for, so that it is no longer skipped where it is there. */
const MOTO_LACKS: Capability[] = [
  {
    what: "backup policies of EFS",
    needs: String.raw`new SharedFileSystem\(`,
    has: (emulator) =>
      knows(emulator, {
        service: "elasticfilesystem",
        method: "PUT",
        path: `/2015-02-01/file-systems/${NO_FILE_SYSTEM}/backup-policy`,
        body: JSON.stringify({ BackupPolicy: { Status: "DISABLED" } }),
      }),
  },
  {
    what: "file systems of FSx for Windows",
    needs: String.raw`new WindowsFileSystem\(`,
    has: (emulator) =>
      knows(emulator, {
        service: "fsx",
        target: "AWSSimbaAPIService_v20180301.DescribeFileSystemAliases",
        body: JSON.stringify({ FileSystemId: NO_FILE_SYSTEM }),
      }),
  },
  {
    what: "SSM parameters of Windows images",
    needs: String.raw`new WindowsCapacity\(`,
    has: async (emulator) => {
      const body = JSON.stringify({ Name: WINDOWS_IMAGE });
      return (await emulator.ask({ service: "ssm", target: "AmazonSSM.GetParameter", body })).ok;
    },
  },
  {
    what: "launch templates with tags of their own",
    needs: String.raw`new (Linux|Windows)Capacity\(`,
    has: keepsTagsOfLaunchTemplates,
  },
  {
    what: "services whose tasks run",
    needs: String.raw`new (LoadBalanced|Background)Service\(`,
    has: runsTasks,
  },
];

/** Asks the emulated AWS once, before all tests, what it lacks. */
export default async function askForLacks({ provide }: TestProject): Promise<void> {
  provide("lacks", []);
  if (Engine.missing() !== undefined) return;
  const emulator = await Emulator.start();
  try {
    const answers = await Promise.all(MOTO_LACKS.map(({ has }) => has(emulator)));
    const lacks = MOTO_LACKS.filter((_, index) => !answers[index]);
    provide(
      "lacks",
      lacks.map(({ what, needs }) => ({ what, needs })),
    );
  } finally {
    emulator.stop();
  }
}

/** Whether it has an operation, by a call about nothing that exists: one that it has refuses that by itself. */
async function knows(emulator: Emulator, call: Call): Promise<boolean> {
  return (await emulator.ask(call)).status < 500;
}
