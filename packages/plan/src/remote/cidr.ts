/**
 * An IPv4 block: an address in it as a number, and its prefix length. The address is the block's first but where awsx's
 * `Legacy` strategy writes another.
 */
export interface Block {
  address: number;
  prefix: number;
}

/** Reads `10.0.0.0/16`; undefined where it is no IPv4 block or its address is not the block's first. */
export function parseBlock(text: string): Block | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part) => part > 255) || prefix > 32) return undefined;
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  return address % sizeOf(prefix) === 0 ? { address, prefix } : undefined;
}

/** Number of addresses in a block of this prefix length. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** The first block of a prefix length that starts at or after an address. */
export function blockFrom(address: number, prefix: number): Block {
  return { address: Math.ceil(address / sizeOf(prefix)) * sizeOf(prefix), prefix };
}

/** The first address of a block. */
export function startOf({ address, prefix }: Block): number {
  return address - (address % sizeOf(prefix));
}

/** The first address after a block. */
export function endOf(block: Block): number {
  return startOf(block) + sizeOf(block.prefix);
}

/** Whether two blocks share an address. */
export function overlap(a: Block, b: Block): boolean {
  return startOf(a) < endOf(b) && startOf(b) < endOf(a);
}

/** By how many bits a prefix length grows when a block is divided among this many. */
export function bitsFor(count: number): number {
  return count === 0 ? 0 : Math.ceil(Math.log2(count));
}

/** The block as text. */
export function formatBlock({ address, prefix }: Block): string {
  const part = (exponent: number) => Math.floor(address / 256 ** exponent) % 256;
  return `${part(3)}.${part(2)}.${part(1)}.${part(0)}/${prefix}`;
}
