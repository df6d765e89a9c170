import { createHash } from 'node:crypto';
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import type { Account, Identity } from '@/lib/auth/roles';
import { networkOf } from '../client-address';
import { CallscopeError } from '../errors';
import type { Accounts } from './accounts';
import type { PasswordAccount } from './accounts-file';
import type { Auth } from './auth';
import { isPassword } from './password';
import type { Sessions } from './session';
import { createThrottle } from './throttle';

const WINDOW_MS = 5 * 60_000;
const FAILURES_OF_ACCOUNT = 5;
const FAILURES_OF_ADDRESS = 20;
/** Each check takes a core and 32 MB for a moment: more of them at once would keep everybody waiting. */
const CHECKS_AT_ONCE = 2;
const CHECKS_WAITING = 30;

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

type Parts = { accounts: Accounts; sessions: Sessions; now: () => number };

export function createPasswordSignIn({ accounts, sessions, now }: Parts): PasswordSignIn {
  const ofAccount = createThrottle(FAILURES_OF_ACCOUNT, WINDOW_MS, now);
  const ofAddress = createThrottle(FAILURES_OF_ADDRESS, WINDOW_MS, now);
  const checks = bulkhead(CHECKS_AT_ONCE, CHECKS_WAITING);

  /**
   * Counts the attempt before its outcome is known: many at once would all be let through else. One that is refused
   * counts nowhere, or an address that has to wait could keep an account waiting, and the other way round.
   */
  function admit(email: string, address: string): void {
    const wait = Math.max(ofAccount.wait(email), ofAddress.wait(address));
    if (wait > 0) throw tooMany(wait);
    ofAccount.count(email);
    ofAddress.count(address);
  }

  /** What was counted last was no failure, or was never checked because there are too many at once. */
  function forget(email: string, address: string): void {
    ofAccount.succeeded(email);
    ofAddress.succeeded(address);
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

  return {
    async signIn({ email: typed, password }, from, headers) {
      const email = typed.trim().toLowerCase();
      const address = networkOf(from);
      admit(email, address);
      const found = await check(email, password).catch((error: unknown) => {
        forget(email, address);
        throw error;
      });
      if (!found) {
        throw new CallscopeError('sign_in_failed', 'The e-mail address or the password is wrong.');
      }
      forget(email, address);
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
