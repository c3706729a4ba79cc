type Fields = Record<string, unknown>;

/** As much of a protobuf structure as the SDK reads. */
export function struct(fields: Fields) {
  const field = (key: string) => ({
    toJavaScript: () => fields[key],
    getStructValue: () => struct(fields[key] as Fields),
  });
  return { toJavaScript: () => fields, getFieldsMap: () => ({ get: field }) };
}

/** The answer to a registration. */
export function response(
  urn: string,
  id: string | undefined,
  state: Fields,
  dependencies?: Map<string, string[]>,
): unknown {
  const lists = [...(dependencies ?? [])].map(([key, urns]) => [key, { getUrnsList: () => urns }] as const);
  return {
    getUrn: () => urn,
    getId: () => id ?? "",
    getObject: () => struct(state),
    getPropertydependenciesMap: () => new Map(lists),
    getResult: () => 0,
    getUnknown: () => false,
  };
}
