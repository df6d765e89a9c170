import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROLES } from '@/lib/auth/roles';
import { createAccounts } from './accounts';
import { pathOfAccounts, quickHash, withCookie } from './accounts.test-file';
import { formatAccounts, type PasswordAccount } from './accounts-file';
import { createSessions } from './session';
import { createAuth, createPasswordSignIn } from './sign-in';

/**
 * Any order of what people and administrators do, on a real file: whoever is let in is somebody whose account is
 * there, unchanged since they signed in, who has not signed out, and whose time is not over.
 */

const MINUTE = 60_000;
const EMAILS = ['ana@example.com', 'tom@example.com'] as const;
const HASHES = ['first horse battery', 'second horse battery'].map((password) => ({
  password,
  hashes: [quickHash(password), quickHash(password)] as const,
}));
const host = new Headers({ host: 'callscope.example' });

const email = fc.constantFrom(...EMAILS);
const role = fc.constantFrom(...ROLES);
const which = fc.nat({ max: HASHES.length - 1 });
/** The same password can be set anew, with another salt. */
const salt = fc.nat({ max: 1 });
/** Weighed so that most steps meet somebody who is there and signed in. */
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('add' as const), email, role, which, salt }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('role' as const), email, role }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('passwd' as const), email, which, salt }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), email }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('signIn' as const), email }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mistype' as const), email, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('signOut' as const), nth: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 6, 239, 480, 1000),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function hashOf({ which, salt }: { which: number; salt: number }): string {
  return HASHES[which]?.hashes[salt] ?? '';
}

function passwordOf(hash: string | undefined): string | undefined {
  return HASHES.find(({ hashes }) => hashes.some((one) => one === hash))?.password;
}

/** What a browser holds, and what must hold for it to be let in. */
type Held = {
  headers: Headers;
  account: PasswordAccount;
  startedAt: number;
  seenAt: number;
  ended: boolean;
};

function world() {
  const path = pathOfAccounts();
  const clock = { at: Date.UTC(2026, 10, 25) };
  const now = () => clock.at;
  const accounts = createAccounts(path, { warn: () => undefined, error: () => undefined });
  const sessions = createSessions({ secret: 's'.repeat(32), epoch: '0', now });
  const { signIn } = createPasswordSignIn({
    accounts,
    sessions,
    clock: now,
    pause: async () => undefined,
  });
  const auth = createAuth(sessions, accounts, undefined);
  const hash = hashOf({ which: 0, salt: 0 });
  const people = new Map<string, PasswordAccount>(
    EMAILS.map((one) => [one, { email: one, role: 'reviewer', hash }]),
  );
  const held: Held[] = [];
  /** Who was refused without an account: that takes as long as a right password by design, so once each is enough. */
  const strangers = new Set<string>();
  const write = () => writeFileSync(path, formatAccounts(people.values()));
  write();

  /** What an administrator does to the file. */
  function change(name: string, to: Partial<PasswordAccount> | undefined): void {
    const before = people.get(name);
    if (to === undefined) people.delete(name);
    else if (before) people.set(name, { ...before, ...to });
    write();
  }

  async function act(action: Step): Promise<void> {
    switch (action.do) {
      case 'add':
        people.set(action.email, { email: action.email, role: action.role, hash: hashOf(action) });
        return write();
      case 'role':
        return change(action.email, { role: action.role });
      case 'passwd':
        return change(action.email, { hash: hashOf(action) });
      case 'remove':
        return change(action.email, undefined);
      case 'signIn':
        return enter(action.email, passwordOf(people.get(action.email)?.hash) ?? 'nobody');
      case 'mistype':
        return enter(action.email, HASHES[action.which]?.password ?? '');
      case 'signOut':
        return leave(held[action.nth % Math.max(1, held.length)]);
      case 'wait':
        clock.at += action.minutes * MINUTE;
    }
  }

  async function leave(one: Held | undefined): Promise<void> {
    if (!one) return;
    await sessions.close(one.headers);
    one.ended = true;
  }

  async function enter(name: string, password: string): Promise<void> {
    const account = people.get(name);
    if (!account) {
      if (strangers.has(name)) return;
      strangers.add(name);
    }
    const isRight = passwordOf(account?.hash) === password;
    const opened = await signIn({ email: name, password }, '192.0.2.1', host).catch(
      () => undefined,
    );
    if (opened) expect(isRight).toBe(true);
    if (!opened || !account) return;
    const at = clock.at;
    const headers = withCookie(opened.setCookie);
    held.push({ headers, account, startedAt: at, seenAt: at, ended: false });
  }

  async function tryAt(name: string, isRight: boolean, address: string): Promise<string> {
    const password = isRight ? (passwordOf(hash) ?? '') : 'nobody';
    return signIn({ email: name, password }, address, host).then(
      () => 'in',
      ({ code }) => code,
    );
  }

  const lasts = (one: Held) =>
    !one.ended && clock.at - one.seenAt < 480 * MINUTE && clock.at - one.startedAt < 1440 * MINUTE;

  /** Each browser asks once. */
  async function check(): Promise<void> {
    for (const one of held) {
      const present = people.get(one.account.email);
      const same = present?.hash === one.account.hash && present.role === one.account.role;
      const { who, setCookie } = await auth.visit(one.headers);
      expect(who?.role).toBe(same && lasts(one) ? one.account.role : undefined);
      if (setCookie === undefined) continue;
      one.headers = withCookie(setCookie);
      one.seenAt = clock.at;
    }
  }
  return { act, check, tryAt, clock };
}

/** What is asked of signing in, beside the password: from where, and how much later than the one before. */
const attempt = fc.record({
  email,
  address: fc.constantFrom('192.0.2.1', '192.0.2.2', '192.0.2.3', '2001:db8::1'),
  isRight: fc.boolean(),
  seconds: fc.constantFrom(0, 0, 0, 1, 60, 301),
});

it('whoever knows the password is kept out by failures from where they are alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 40 }), async (attempts) => {
      const { tryAt, clock } = world();
      const failures: { email: string; address: string; at: number }[] = [];
      for (const { email: name, address, isRight, seconds } of attempts) {
        clock.at += seconds * 1000;
        const recent = failures.filter(({ at }) => at > clock.at - 5 * MINUTE);
        const here = recent.filter((one) => one.address === address);
        const own = here.filter((one) => one.email === name);
        const outcome = await tryAt(name, isRight, address);
        if (own.length >= 5) expect(outcome).toBe('too_many_attempts');
        else if (here.length < 20) expect(outcome).toBe(isRight ? 'in' : 'sign_in_failed');
        if (outcome === 'sign_in_failed') failures.push({ email: name, address, at: clock.at });
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

it('nothing succeeds after removal, sign-out, another password, another role or the end of its time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { act, check } = world();
      for (const action of steps) {
        await act(action);
        await check();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
