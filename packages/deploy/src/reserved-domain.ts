/** Names that nobody can own: RFC 2606 §2–3 and RFC 6761 §6. */
const RESERVED = ["example.com", "example.net", "example.org", "example", "test", "invalid", "localhost"];

/** A host name of two labels or more, alone or as the host of a URL or an e-mail address. */
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/|[^\s@/]+@)?((?:[a-z0-9_*-]+\.)+[a-z][a-z0-9-]*)\.?(?::\d+)?(?:\/\S*)?$/i;

/**
 * The host that a text names, when it lies in a domain that is reserved for examples and tests.
 *
 * Prose that mentions such a host, and a single word such as `test`, name none.
 */
export function reservedDomain(text: string): string | undefined {
  const host = HOST.exec(text)?.[1]?.toLowerCase();
  return RESERVED.some((domain) => host === domain || host?.endsWith(`.${domain}`)) ? host : undefined;
}
