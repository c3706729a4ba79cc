/**
 * Says whether a URL points to this machine, as that of an emulated AWS does.
 *
 * @param url what AWS_ENDPOINT_URL holds, if anything.
 */
export function isLoopback(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const host = new URL(url).hostname;
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
