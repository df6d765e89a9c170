import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** A name that leads where it must not. */
class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
  readonly code = 'FORBIDDEN_ADDRESS';
}

/** Asks for all addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  hostname: string,
  options: { all: true },
  told: (
    error: NodeJS.ErrnoException | null,
    addresses: readonly { address: string; family: number }[],
  ) => void,
) => void;

/**
 * Looks up a name for a connection that is about to be made. The addresses checked are those that it is made to, so
 * that a name which answers differently the next time gains nothing. One that is not allowed spoils all.
 */
export function checkedLookup(
  isAllowed: (address: string) => boolean,
  resolve: Resolve = systemLookup,
): LookupFunction {
  return (hostname, { all }, callback) =>
    resolve(hostname, { all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error('ENOTFOUND'), '');
      if (!addresses.every(({ address }) => isAllowed(address)))
        return callback(new ForbiddenAddress('The name leads into a network of its own.'), '');
      if (all) return callback(null, [...addresses]);
      callback(null, first.address, first.family);
    });
}
