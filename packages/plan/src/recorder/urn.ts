const STACK = "pulumi:pulumi:Stack";

/** The URN that the engine gives a resource: the type chain of its parents, without the stack's own. */
export function urnOf(
  stack: { project: string; environment: string },
  parent: string,
  type: string,
  name: string,
): string {
  const chain = parent === "" ? "" : typeChain(parent);
  const types = chain === "" || chain === STACK ? type : `${chain}$${type}`;
  return `urn:pulumi:${stack.environment}::${stack.project}::${types}::${name}`;
}

/** `<type chain>::<name>`: what names a resource within its plan. */
export function tailOf(urn: string): string {
  return urn.split("::").slice(2).join("::");
}

/** Tail of the URN in a reference to a provider, `<urn>::<id>`. */
export function providerTail(reference: string): string {
  return tailOf(reference.split("::").slice(0, 4).join("::"));
}

/** True for the URN of the stack itself. */
export function isStack(urn: string): boolean {
  return typeChain(urn) === STACK;
}

function typeChain(urn: string): string {
  return urn.split("::")[2] ?? "";
}
