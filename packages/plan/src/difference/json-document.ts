/** The JSON document that a string holds, if it is an object or a list: a policy, container definitions, a dashboard. */
export function documentIn(value: unknown): object | undefined {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
