import { ofType, record } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { LinuxCapacity } from "./linux-capacity.ts";
import { config, hostArgs, planLinux } from "./test-hosts.ts";

describe("LinuxCapacity", () => {
  it("says what its hosts are to the rules", async () => {
    const args = { ...hostArgs, instanceTypes: ["m6g.xlarge"], cpuArchitecture: "ARM64" as const, eniTrunking: true };
    const planned = await record(() => ({ group: new LinuxCapacity("hosts", args).group }), { config });
    expect(planned.outputs.group).toEqual({
      operatingSystemFamily: "LINUX",
      cpuArchitecture: "ARM64",
      instanceTypes: ["m6g.xlarge"],
      maximumHosts: 4,
      reservedMemoryMiB: 256,
      taskCleanupSeconds: 600,
      eniTrunking: true,
    });
  });

  it("leaves the settings of the account alone", async () => {
    const planned = await planLinux({ eniTrunking: true });
    expect(ofType(planned, "aws:ecs/accountSettingDefault:AccountSettingDefault")).toEqual([]);
  });
});
