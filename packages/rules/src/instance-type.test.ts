import { describe, expect, it } from "vitest";
import { instanceFamilyOf, instanceTypeOf, instanceTypes } from "./instance-type.ts";

const sizes = ["medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge"];
const burstable = ["t3", "t3a", "t4g"];
const x86 = [
  "m6i",
  "m6a",
  "m7i",
  "m7i-flex",
  "m7a",
  "m5",
  "m5a",
  "t3",
  "t3a",
  "c6i",
  "c6a",
  "c7i",
  "c5",
  "r6i",
  "r7i",
  "r5",
];
const arm = ["m6g", "m7g", "m8g", "t4g", "c6g", "c7g", "r6g", "r7g"];
const families = [...new Set(instanceTypes.map(({ type }) => instanceFamilyOf(type)))];

describe("instanceTypes", () => {
  it("hold each type once, and these families", () => {
    expect(new Set(instanceTypes.map(({ type }) => type)).size).toBe(instanceTypes.length);
    expect(instanceTypes.map(({ type }) => type.split(".")[1]).filter((size = "") => !sizes.includes(size))).toEqual(
      [],
    );
    expect(families.toSorted()).toEqual([...x86, ...arm].toSorted());
  });

  it.each(families)("of %s ascend with their size", (family) => {
    const rows = instanceTypes.filter(({ type }) => instanceFamilyOf(type) === family);
    expect(rows.map(({ type }) => type)).toEqual(
      sizes.map((size) => `${family}.${size}`).filter((type) => instanceTypeOf(type)),
    );
    for (const [index, row] of rows.entries()) {
      const smaller = rows[index - 1];
      if (!smaller) continue;
      expect(row.memoryMiB).toBe(smaller.memoryMiB * 2);
      expect(row.vCpu).toBeGreaterThanOrEqual(smaller.vCpu);
      expect(row.networkInterfaces).toBeGreaterThanOrEqual(smaller.networkInterfaces);
      expect(row.trunkedTasks ?? 0).toBeGreaterThanOrEqual(row.type === "r5.8xlarge" ? 0 : (smaller.trunkedTasks ?? 0));
    }
  });

  it("have the memory for each vCPU that their letter stands for", () => {
    const gibPerVcpu: Record<string, number> = { c: 2, m: 4, t: 4, r: 8 };
    for (const { type, vCpu, memoryMiB } of instanceTypes) {
      if (burstable.includes(instanceFamilyOf(type)) && /medium|large$/.test(type) && vCpu === 2) continue;
      expect([type, memoryMiB / vCpu / 1024]).toEqual([type, gibPerVcpu[type.charAt(0)]]);
    }
  });

  it("have the processor of their family", () => {
    for (const { type, cpuArchitecture } of instanceTypes)
      expect([type, cpuArchitecture]).toEqual([type, arm.includes(instanceFamilyOf(type)) ? "ARM64" : "X86_64"]);
  });

  it("take more tasks with trunking than without, and say where the figure comes from", () => {
    const trunked = instanceTypes.filter(({ trunkedTasks }) => trunkedTasks !== undefined);
    for (const { trunkedTasks = 0, networkInterfaces, trunkingSource } of trunked) {
      expect(trunkedTasks).toBeGreaterThan(networkInterfaces - 1);
      expect(trunkingSource).toBe("awsdocs/amazon-ecs-developer-guide doc_source/container-instance-eni.md (May 2023)");
    }
    expect([...new Set(trunked.map(({ type }) => instanceFamilyOf(type)))].toSorted()).toEqual(
      ["c5", "c6a", "c6g", "c6i", "c7g", "m5", "m5a", "m6a", "m6g", "m6i", "m7g", "r5", "r6g", "r6i", "r7g"].toSorted(),
    );
  });

  it.each([
    ["t3.large", 2, 8192, 3, undefined],
    ["m6i.xlarge", 4, 16384, 4, 20],
    ["m7g.medium", 1, 4096, 2, 4],
    ["m6i.8xlarge", 32, 131072, 8, 90],
    ["c7i.2xlarge", 8, 16384, 4, undefined],
    ["r5.4xlarge", 16, 131072, 8, 60],
    ["r5.8xlarge", 32, 262144, 8, undefined],
  ])("know %s", (type, vCpu, memoryMiB, networkInterfaces, trunkedTasks) => {
    expect(instanceTypeOf(type)).toMatchObject({ vCpu, memoryMiB, networkInterfaces });
    expect(instanceTypeOf(type)?.trunkedTasks).toBe(trunkedTasks);
  });

  it("do not know any other", () => {
    expect(instanceTypeOf("x2idn.16xlarge")).toBeUndefined();
  });
});
