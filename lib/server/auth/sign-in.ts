import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import type { Account, Identity } from '@/lib/auth/roles';
import { networkOf } from '@/lib/server/http/client-address';
import { CallscopeError } from '../errors';
import type { Accounts } from './accounts';
import type { PasswordAccount } from './accounts-file';
import type { Auth } from './auth';
import { createKnownAddresses } from './known-addresses';
import { isPassword } from './password';
import type { Sessions } from './session';
import { createSlowdown } from './slowdown';
import { createThrottle } from './throttle';

const WINDOW_MS = 5 * 60_000;
/** Of an account from one address: elsewhere, whoever fails keeps nobody out. */
const FAILURES_OF_PAIR = 5;
const FAILURES_OF_ADDRESS = 20;
/** Each check takes a core and 32 MB for a moment: more of them at once would keep everybody waiting. */
const CHECKS_AT_ONCE = 2;
const CHECKS_WAITING = 30;
/** Attempts that are slowed down are held open for so long; more of them at once are told to come back. */
const SLOWED_AT_ONCE = 200;

export type Credentials = { email: string; password: string };

/** Sign-in with a password. */
export type PasswordSignIn = {
  /**
   * The cookie of a new session.
   * @throws {CallscopeError} `sign_in_failed`, the same whatever was wrong; `too_many_attempts` with the wait
   */
  signIn(credentials: Credentials, address: string, headers: Headers): Promise<Identity & Opened>;
};
type Opened = { setCookie: string };

type Attempt = {
  email: string;
  address: string;
  /** Both together. */
  pair: string;
  /** Whether this account has signed in from there before. */
  isKnown: boolean;
};

type Parts = {
  accounts: Accounts;
  sessions: Sessions;
  /** Milliseconds of a clock that only runs forward, whatever becomes of the time of day. */
  clock: () => number;
  pause?: (ms: number) => Promise<unknown>;
};

export function createPasswordSignIn(parts: Parts): PasswordSignIn {
  const { accounts, sessions, clock, pause = wait } = parts;
  const ofPair = createThrottle(FAILURES_OF_PAIR, WINDOW_MS, clock);
  const ofAddress = createThrottle(FAILURES_OF_ADDRESS, WINDOW_MS, clock);
  const ofAccount = createSlowdown(clock);
  const known = createKnownAddresses();
  const checks = bulkhead(CHECKS_AT_ONCE, CHECKS_WAITING);
  let slowed = 0;

  /**
   * Counts the attempt before its outcome is known: many at once would all be let through else. One that is refused
   * counts nowhere, or an address that has to wait could keep an account waiting, and the other way round. Whoever
   * has signed in from an address before is not held up there by what others do, there or elsewhere.
   */
  function admit({ email, address, pair, isKnown }: Attempt): number {
    const seconds = Math.max(ofPair.wait(pair), isKnown ? 0 : ofAddress.wait(address));
    if (seconds > 0) throw tooMany(seconds);
    ofPair.count(pair);
    if (isKnown) return 0;
    ofAddress.count(address);
    return ofAccount.count(email);
  }

  /** What was counted last was no failure, or was never checked because there are too many at once. */
  function forget({ email, address, pair, isKnown }: Attempt): void {
    ofPair.succeeded(pair);
    if (isKnown) return;
    ofAddress.succeeded(address);
    ofAccount.succeeded(email);
  }

  async function slowDown(ms: number): Promise<void> {
    if (ms === 0) return;
    if (slowed >= SLOWED_AT_ONCE) throw tooMany(Math.ceil(ms / 1000));
    slowed += 1;
    await pause(ms).finally(() => {
      slowed -= 1;
    });
  }

  async function check(email: string, password: string): Promise<PasswordAccount | undefined> {
    const account = await accounts.find(email);
    const isRight = await checks
      .execute(() => isPassword(password, account?.hash))
      .catch((error: unknown) => {
        throw error instanceof BulkheadRejectedError ? tooMany(1) : error;
      });
    return isRight ? account : undefined;
  }

  function attemptOf(email: string, address: string): Attempt {
    return { email, address, pair: `${email} ${address}`, isKnown: known.has(email, address) };
  }

  return {
    async signIn({ email: typed, password }, from, headers) {
      const email = typed.trim().toLowerCase();
      const attempt = attemptOf(email, networkOf(from));
      const ms = admit(attempt);
      const found = await slowDown(ms)
        .then(() => check(email, password))
        .catch((error: unknown) => {
          forget(attempt);
          throw error;
        });
      if (!found) {
        throw new CallscopeError('sign_in_failed', 'The e-mail address or the password is wrong.');
      }
      forget(attempt);
      known.add(email, attempt.address);
      const account = accountOf(found);
      const { role } = found;
      const setCookie = await sessions.open(
        { method: 'password', account, role, stamp: stampOf(found) },
        headers,
      );
      return { role, account, setCookie };
    },
  };
}

/**
 * Knows people by their sessions; those with a password only as long as their account is what it was. Sessions of a
 * way to sign in that is not open any more are over: without `accounts` passwords, without `oidcStamp` the provider.
 * So are those of the provider under settings of another stamp: who was let in then might not be now.
 */
export function createAuth(
  sessions: Sessions,
  accounts: Accounts | undefined,
  oidcStamp: string | undefined,
): Auth {
  return {
    async visit(headers) {
      const session = await sessions.read(headers);
      if (!session) return { who: undefined };
      const { subject, email, name, method, stamp } = session;
      let { role } = session;
      if (method === 'password') {
        const account = await accounts?.find(email);
        if (!account || stampOf(account) !== stamp) return { who: undefined };
        role = account.role;
      } else if (oidcStamp === undefined || stamp !== oidcStamp) return { who: undefined };
      const setCookie = await sessions.renewal(session, headers);
      return { who: { role, account: { subject, email, name } }, ...(setCookie && { setCookie }) };
    },
  };
}

function accountOf({ email }: PasswordAccount): Account {
  return { subject: email, email, name: email };
}

/** Another password or another role is another account: whoever is signed in has to do it again. */
function stampOf({ hash, role }: PasswordAccount): string {
  return createHash('sha256').update(`${role} ${hash}`).digest('base64url').slice(0, 22);
}

function tooMany(seconds: number): CallscopeError {
  const minutes = Math.ceil(seconds / 60);
  const wait =
    seconds < 60 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new CallscopeError('too_many_attempts', `The next attempt counts in ${wait}.`, {
    retry_after: seconds,
  });
}
