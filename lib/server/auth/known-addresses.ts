import { LRUCache } from 'lru-cache';

const MOST_ACCOUNTS = 5_000;
const MOST_OF_ACCOUNT = 20;

/** From where each account has signed in lately. */
export type KnownAddresses = {
  has(account: string, address: string): boolean;
  add(account: string, address: string): void;
};

export function createKnownAddresses(): KnownAddresses {
  const known = new LRUCache<string, LRUCache<string, true>>({ max: MOST_ACCOUNTS });
  return {
    has: (account, address) => known.get(account)?.get(address) ?? false,
    add(account, address) {
      const addresses = known.get(account) ?? new LRUCache({ max: MOST_OF_ACCOUNT });
      addresses.set(address, true);
      known.set(account, addresses);
    },
  };
}
