import { describe, expect, it } from "vitest";
import { fargateTaskSizes, featureConflicts, limits } from "./index.ts";
import * as tables from "./tables.ts";

const rows: Record<string, readonly tables.Evidence[]> = {
  deploymentConflicts: tables.deploymentConflicts,
  deploymentStrategies: tables.deploymentStrategies,
  ec2TaskSizes: tables.ec2TaskSizes,
  familyLimits: tables.familyLimits,
  fargateTaskSizes,
  featureConflicts,
  featureSupport: tables.featureSupport,
  instanceTypes: tables.instanceTypes,
  limits: Object.values(limits),
  logRetentions: tables.logRetentions,
  networkModes: tables.networkModes,
  operatingSystems: tables.operatingSystems,
  volumeSupport: tables.volumeSupport,
  windowsThroughputs: tables.windowsThroughputs,
};

describe("Evidence", () => {
  it.each(Object.entries(rows))("stands in every row of %s", (_, table) => {
    expect(table.length).toBeGreaterThan(0);
    for (const row of table) {
      expect(row.source).toMatch(
        /^(https:\/\/(docs\.)?aws\.amazon\.com\/\S+|botocore [\d.]+ [a-z]+ \w+(\.\w+)?|ec2 DescribeInstanceTypes \(recorded in moto [\d.]+\)|awsdocs\/\S+ doc_source\/\w[\w-]*\.md \(May 2023\))$/,
      );
      expect(row.checkedOn).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    }
  });

  it("is asked of every table", () => {
    const exported = Object.entries(tables)
      .filter(([, value]) => Array.isArray(value))
      .map(([name]) => name);
    expect(exported.filter((name) => !(name in rows))).toEqual([]);
  });
});
