/** What is wrong with the name of a time zone, and what to write instead; undefined for an IANA name. */
export function timeZoneMistake(timeZone: string): string | undefined {
  if (timeZone === "UTC") return undefined;
  const known = Intl.supportedValuesOf("timeZone");
  const alike = known.find((zone) => sameName(zone, timeZone)) ?? known.find((zone) => sameCity(zone, timeZone));
  if (alike === timeZone || (alike === undefined && isAlias(timeZone))) return undefined;
  const fix = alike === undefined ? 'Use an IANA name such as "Europe/Berlin", or "UTC"' : `Use "${alike}"`;
  return `The time zone "${timeZone}" is not in the IANA database. ${fix}.`;
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
