import type { Identity, Permission } from '@/lib/auth/roles';
import { CallscopeError } from '@/lib/server/errors';
import { networkOf } from '@/lib/server/http/client-address';
import { createTokenBuckets, type Pace } from './token-buckets';

/** How much of the API one person and one address may use. */
export type RequestLimits = {
  /**
   * Counts a request before it is known who sends it.
   * @throws {CallscopeError} `too_many_requests` with the wait
   */
  countAddress(address: string, access: Access): void;
  /** The same when it is known; without sign-in only addresses are counted. */
  countPerson(who: Identity, access: Access): void;
};

type Access = Permission | 'open';

/** People share an address: an office, or a proxy that was not declared. */
const PEOPLE_AT_AN_ADDRESS = 5;
/** What reads everything, here or at HappyRobot, has a bucket of its own: one of so many requests. */
const COSTLY_SHARE = 40;
const COSTLY: ReadonlySet<Access> = new Set(['export', 'control_sync']);

/** `perMinute` is what one person may ask in the long run, half of it at once. */
export function createRequestLimits(perMinute: number, now: () => number): RequestLimits {
  const buckets = (people: number) => {
    const all = perMinute * people;
    const costly = Math.ceil(perMinute / COSTLY_SHARE) * people;
    const ordinary = createTokenBuckets({ burst: Math.ceil(all / 2), perMinute: all }, now);
    const dear: Pace = { burst: costly, perMinute: costly };
    const ofExport = createTokenBuckets(dear, now);
    const ofSync = createTokenBuckets(dear, now);
    return (key: string, access: Access) => {
      if (!COSTLY.has(access)) return ordinary.take(key);
      return (access === 'export' ? ofExport : ofSync).take(key);
    };
  };
  const ofAddress = buckets(PEOPLE_AT_AN_ADDRESS);
  const ofPerson = buckets(1);

  return {
    countAddress: (address, access) => admit(ofAddress(networkOf(address), access)),
    countPerson({ account }, access) {
      if (account) admit(ofPerson(account.subject, access));
    },
  };
}

function admit(wait: number): void {
  if (wait === 0) return;
  throw new CallscopeError(
    'too_many_requests',
    `There were more than this server takes: the next one counts in ${wait} s.`,
    { retry_after: wait },
  );
}
