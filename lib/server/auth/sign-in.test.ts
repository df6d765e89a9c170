import { beforeEach, describe, expect, it } from 'vitest';
import type { CallscopeError } from '../errors';
import { quickHash, withCookie } from './accounts.test-file';
import type { PasswordAccount } from './accounts-file';
import { createSessions } from './session';
import { createAuth, createPasswordSignIn } from './sign-in';

const PASSWORD = 'correct horse battery';
const host = new Headers({ host: 'callscope.example' });
const ana: PasswordAccount = {
  email: 'ana@example.com',
  role: 'viewer',
  hash: quickHash(PASSWORD),
};

function started() {
  const clock = { at: Date.UTC(2026, 10, 25) };
  const now = () => clock.at;
  const people = new Map(
    [ana, { ...ana, email: 'tom@example.com' }].map((one) => [one.email, one]),
  );
  const accounts = { find: async (email: string) => people.get(email) };
  const sessions = createSessions({ secret: 's'.repeat(32), epoch: '0', now });
  const pauses: number[] = [];
  const pause = async (ms: number) => pauses.push(ms);
  const { signIn } = createPasswordSignIn({ accounts, sessions, clock: now, pause });
  const outcome = (email: string, password: string, address = '192.0.2.1') =>
    signIn({ email, password }, address, host).then(
      () => 'in',
      ({ code, message, extra }: CallscopeError) => ({ code, message, wait: extra.retry_after }),
    );
  return { clock, pauses, people, accounts, sessions, signIn, outcome };
}
let all: ReturnType<typeof started>;
beforeEach(() => {
  all = started();
});
/** Accounts p0, p1 and so on: a hash of theirs is checked faster than that of nobody. */
function peopled(count: number): void {
  for (let n = 0; n < count; n++)
    all.people.set(`p${n}@example.com`, { ...ana, email: `p${n}@example.com` });
}
const failed = { code: 'sign_in_failed', message: expect.any(String), wait: undefined };
const wait = (seconds: number) => ({
  code: 'too_many_attempts',
  message: expect.any(String),
  wait: seconds,
});

describe('signing in', () => {
  it('takes the address as people type it, and the password as it is', async () => {
    expect(await all.outcome(' Ana@Example.com ', PASSWORD)).toBe('in');
    expect(await all.outcome('ana@example.com', ` ${PASSWORD}`)).toEqual(failed);
  });

  it('answers the same for a wrong password and for an address that nobody has', async () => {
    const wrong = await all.outcome('ana@example.com', 'something else');
    expect(await all.outcome('nobody@example.com', PASSWORD)).toEqual(wrong);
  });

  it('makes an account wait after five failures from an address, right password or not, and nobody else', async () => {
    for (let times = 0; times < 5; times++)
      expect(await all.outcome('ana@example.com', 'wrong')).toEqual(failed);
    expect(await all.outcome('ana@example.com', PASSWORD)).toEqual(wait(300));
    expect(await all.outcome('ANA@example.com', PASSWORD)).toEqual(wait(300));
    expect(await all.outcome('tom@example.com', PASSWORD)).toBe('in');
    expect(await all.outcome('ana@example.com', PASSWORD, '198.51.100.1')).toBe('in');
    all.clock.at += 300_000;
    expect(await all.outcome('ana@example.com', PASSWORD)).toBe('in');
  });

  it('lets no sixth through when many come at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => all.outcome('ana@example.com', 'wrong')),
    );
    expect(
      outcomes.filter((one) => typeof one === 'object' && one.code === 'sign_in_failed'),
    ).toHaveLength(5);
  });

  it('only slows down an account that many addresses fail at, and not where it has signed in before', async () => {
    expect(await all.outcome('ana@example.com', PASSWORD, '203.0.113.7')).toBe('in');
    for (let n = 0; n < 100; n++) await all.outcome('ana@example.com', 'wrong', `192.0.2.${n}`);
    expect(all.pauses).toHaveLength(70);
    expect(Math.max(...all.pauses)).toBe(7000);
    expect(await all.outcome('tom@example.com', PASSWORD, '198.51.100.1')).toBe('in');
    expect(await all.outcome('ana@example.com', PASSWORD, '203.0.113.7')).toBe('in');
    expect(all.pauses).toHaveLength(70);
    expect(await all.outcome('ana@example.com', PASSWORD, '198.51.100.1')).toBe('in');
    expect(all.pauses.at(-1)).toBe(8000);
    all.clock.at += 1_000_000;
    await all.outcome('ana@example.com', 'wrong', '198.51.100.2');
    expect(all.pauses).toHaveLength(71);
  });

  it('holds only so many open that are slowed down, and counts none of the others', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { signIn } = createPasswordSignIn({ ...all, clock: () => 0, pause: () => held });
    const attempt = (n: number) =>
      signIn({ email: 'ana@example.com', password: PASSWORD }, `10.0.0.${n}`, host);
    const slow = Array.from({ length: 240 }, (_, n) => attempt(n).catch(({ code }) => code));
    const refused = await Promise.all(slow.slice(231));
    expect(refused).toEqual(refused.map(() => 'too_many_attempts'));
    release();
    await Promise.all(slow);
    expect(await attempt(250)).toMatchObject({ role: 'viewer' });
  });

  it('does not hold attempts against anybody that were never checked', async () => {
    peopled(40);
    const busy = Array.from({ length: 40 }, (_, n) =>
      all.outcome(`p${n}@example.com`, 'wrong', `198.51.100.${n}`),
    );
    const refused = await Promise.all(
      Array.from({ length: 5 }, () => all.outcome('ana@example.com', PASSWORD)),
    );
    expect(refused).toEqual(refused.map(() => wait(1)));
    await Promise.all(busy);
    expect(await all.outcome('ana@example.com', PASSWORD)).toBe('in');
  });

  it('counts the addresses of one IPv6 network as one', async () => {
    peopled(20);
    for (let n = 0; n < 20; n++)
      expect(await all.outcome(`p${n}@example.com`, 'wrong', `2001:db8::${n}`)).toEqual(failed);
    expect(await all.outcome('ana@example.com', PASSWORD, '2001:db8::99')).toEqual(wait(300));
    expect(await all.outcome('ana@example.com', PASSWORD, '2001:db8:0:1::99')).toBe('in');
  });

  it('makes an address wait after twenty failures, whatever accounts it tried', async () => {
    peopled(20);
    for (let n = 0; n < 20; n++)
      expect(await all.outcome(`p${n}@example.com`, 'wrong')).toEqual(failed);
    expect(await all.outcome('ana@example.com', PASSWORD)).toEqual(wait(300));
    expect(await all.outcome('ana@example.com', PASSWORD, '198.51.100.1')).toBe('in');
  });

  it('does not hold attempts against a person that were refused because of the address', async () => {
    for (let n = 0; n < 20; n++) {
      all.people.set(`p${n}@example.com`, { ...ana, email: `p${n}@example.com` });
      await all.outcome(`p${n}@example.com`, 'wrong');
    }
    for (let n = 0; n < 10; n++)
      expect(await all.outcome('ana@example.com', 'x')).toEqual(wait(300));
    expect(await all.outcome('ana@example.com', PASSWORD, '198.51.100.1')).toBe('in');
  });

  it('does not hold up who has signed in from an address before when others fail there', async () => {
    expect(await all.outcome('ana@example.com', PASSWORD)).toBe('in');
    peopled(20);
    for (let n = 0; n < 20; n++) await all.outcome(`p${n}@example.com`, 'wrong');
    expect(await all.outcome('tom@example.com', PASSWORD)).toEqual(wait(300));
    for (let n = 0; n < 4; n++)
      expect(await all.outcome('ana@example.com', 'wrong')).toEqual(failed);
    expect(await all.outcome('ana@example.com', PASSWORD)).toBe('in');
  });

  it('does not hold attempts against an address that were refused because of the account', async () => {
    for (let n = 0; n < 5; n++) await all.outcome('ana@example.com', 'wrong');
    for (let n = 0; n < 30; n++)
      expect(await all.outcome('ana@example.com', 'x')).toEqual(wait(300));
    expect(await all.outcome('tom@example.com', PASSWORD)).toBe('in');
  });
});

describe('a visit', () => {
  const signedIn = async () =>
    withCookie((await all.signIn({ email: ana.email, password: PASSWORD }, '', host)).setCookie);
  const auth = (oidcStamp?: string) => createAuth(all.sessions, all.accounts, oidcStamp);

  it.each<[string, PasswordAccount | undefined]>([
    ['is removed', undefined],
    ['has another password', { ...ana, hash: quickHash('another horse battery') }],
    ['has the same password set anew', { ...ana, hash: quickHash(PASSWORD) }],
    ['has another role', { ...ana, role: 'manager' }],
  ])('is nobody’s at the next request after the account %s', async (_, change) => {
    const headers = await signedIn();
    expect((await auth().visit(headers)).who).toMatchObject({ role: 'viewer' });
    if (change) all.people.set(ana.email, change);
    else all.people.delete(ana.email);
    expect(await auth().visit(headers)).toEqual({ who: undefined });
  });

  it('is nobody’s where that way of signing in was switched off or decides otherwise since', async () => {
    const byPassword = await signedIn();
    const account = { subject: 'i#1', email: ana.email, name: 'Ana' };
    const byProvider = withCookie(
      await all.sessions.open({ account, role: 'manager', method: 'oidc', stamp: 'now' }, host),
    );
    expect(
      (await createAuth(all.sessions, undefined, 'now').visit(byPassword)).who,
    ).toBeUndefined();
    expect((await auth('now').visit(byProvider)).who).toMatchObject({ role: 'manager', account });
    expect((await auth('changed').visit(byProvider)).who).toBeUndefined();
    expect((await auth().visit(byProvider)).who).toBeUndefined();
  });

  it('brings a new cookie along after a minute', async () => {
    const headers = await signedIn();
    expect(await auth().visit(headers)).not.toHaveProperty('setCookie');
    all.clock.at += 60_000;
    const { setCookie = '' } = await auth().visit(headers);
    expect((await auth().visit(withCookie(setCookie))).who).toBeDefined();
  });
});
