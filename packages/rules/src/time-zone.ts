/**
 * What is wrong with the name of a time zone, and what to write instead, in sentences; undefined for an IANA name, which
 * is what EventBridge Scheduler takes (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html). The
 * names are those that this Node knows.
 */
export function timeZoneMistake(zone: string): string | undefined {
  if (zone === "UTC") return undefined;
  const known = Intl.supportedValuesOf("timeZone");
  const alike = known.find((name) => sameName(name, zone)) ?? known.find((name) => sameCity(name, zone));
  if (alike === zone || (alike === undefined && isAlias(zone))) return undefined;
  const fix = alike === undefined ? 'Use an IANA name such as "Europe/Berlin", or "UTC"' : `Use "${alike}"`;
  return `The time zone "${zone}" is not in the IANA database. ${fix}.`;
}

function sameName(zone: string, name: string): boolean {
  return zone.toLowerCase() === name.toLowerCase();
}

function sameCity(zone: string, name: string): boolean {
  return !name.includes("/") && zone.split("/").at(-1)?.toLowerCase() === name.toLowerCase().replaceAll(" ", "_");
}

/** Older names such as Asia/Kolkata are valid, and absent from the list; so are offsets, which AWS does not take. */
function isAlias(name: string): boolean {
  if (!/^[A-Z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
