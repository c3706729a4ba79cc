import { computeTypes } from "./instance-type-compute.ts";
import { generalPurposeTypes } from "./instance-type-general.ts";
import { memoryTypes } from "./instance-type-memory.ts";
import type { InstanceTypeRow } from "./instance-type-row.ts";

/**
 * Instance types that tasks are placed on, the general ones first. Older, metal and special types are left out.
 */
export const instanceTypes: readonly InstanceTypeRow[] = [...generalPurposeTypes, ...computeTypes, ...memoryTypes];

/** The row of one type, or undefined where the table has none. */
export function instanceTypeOf(type: string): InstanceTypeRow | undefined {
  return instanceTypes.find((row) => row.type === type);
}

/** The part of a type's name before the size, such as `m6i`. */
export function instanceFamilyOf(type: string): string {
  return type.slice(0, type.indexOf("."));
}
