import { only } from "@acme/plan";
import { describe, expect, it } from "vitest";
import { windowsHostFamilies } from "./host-image.ts";
import { planLinux, planWindows } from "./test-hosts.ts";

const imageId = async (planned: ReturnType<typeof planWindows>) =>
  only(await planned, "aws:ec2/launchTemplate:LaunchTemplate").inputs.imageId;
const newest = (name: string) => `\${aws:ssm/getParameter:getParameter({'name':'${name}'}).value}`;

describe("Image of hosts", () => {
  it.each(windowsHostFamilies)("is the newest that AWS publishes for %s, not its JSON document", async (family) => {
    const [, year, edition] = /^WINDOWS_SERVER_(\d+)_(CORE|FULL)$/.exec(family) ?? [];
    const title = `${year}-English-${edition === "CORE" ? "Core" : "Full"}`;
    const name = `/aws/service/ami-windows-latest/Windows_Server-${title}-ECS_Optimized/image_id`;
    expect(await imageId(planWindows({ operatingSystemFamily: family }))).toBe(newest(name));
  });

  it("is Windows Server 2022 Core where nothing is said", async () => {
    const name = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id";
    expect(await imageId(planWindows())).toBe(newest(name));
  });

  it("is Amazon Linux 2023 of the processor on Linux", async () => {
    const name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id";
    expect(await imageId(planLinux())).toBe(newest(name));
    const arm = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id";
    const planned = planLinux({ cpuArchitecture: "ARM64", instanceTypes: ["m7g.large"] });
    expect(await imageId(planned)).toBe(newest(arm));
  });

  it("is the one that is pinned", async () => {
    expect(await imageId(planLinux({ amiId: "ami-0123456789abcdef0" }))).toBe("ami-0123456789abcdef0");
  });
});
