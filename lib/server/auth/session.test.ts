import { sealData } from 'iron-session';
import { beforeEach, describe, expect, it } from 'vitest';
import { withCookie } from './accounts.test-file';
import { createSessions, type NewSession } from './session';

const HOUR = 3_600_000;
const SECRET = 's'.repeat(32);
const account = { subject: 'ana@example.com', email: 'ana@example.com', name: 'Ana Ü.' };
const ana: NewSession = { account, role: 'viewer', method: 'password', stamp: 'x' };
const away = new Headers({ host: 'callscope.example' });

let at = 0;
const now = () => at;
const sessions = createSessions({ secret: SECRET, epoch: '0', now });
beforeEach(() => {
  at = Date.UTC(2026, 10, 25);
});

describe('a session', () => {
  it('is who signed in, and nothing of it can be read from the cookie', async () => {
    const cookie = await sessions.open(ana, away);
    expect(await sessions.read(withCookie(cookie))).toMatchObject({ ...account, role: 'viewer' });
    expect(cookie).not.toMatch(/ana|viewer/);
  });

  it.each([
    ['8 hours after the last use', 8 * HOUR],
    ['a day later', 24 * HOUR],
  ])('is over %s', async (_, later) => {
    const headers = withCookie(await sessions.open(ana, away));
    at += later - 1;
    if (later === 8 * HOUR) expect(await sessions.read(headers)).toBeDefined();
    at += 1;
    expect(await sessions.read(headers)).toBeUndefined();
  });

  it('goes on while it is used, and is over after 24 hours however much it is used', async () => {
    let headers = withCookie(await sessions.open(ana, away));
    for (let hour = 1; hour < 24; hour++) {
      at += HOUR;
      const session = await sessions.read(headers);
      const renewed = session && (await sessions.renewal(session, headers));
      expect(renewed).toBeDefined();
      headers = withCookie(renewed ?? '');
    }
    at += HOUR;
    expect(await sessions.read(headers)).toBeUndefined();
  });

  it('is not sealed anew at every request', async () => {
    const headers = withCookie(await sessions.open(ana, away));
    const session = await sessions.read(headers);
    if (!session) throw new Error('not signed in');
    at += 59_999;
    expect(await sessions.renewal(session, headers)).toBeUndefined();
    at += 1;
    expect(await sessions.renewal(session, headers)).toBeDefined();
  });

  it('is over when its epoch or its secret is', async () => {
    const headers = withCookie(await sessions.open(ana, away));
    const other = { epoch: '1', secret: 't'.repeat(32) };
    for (const change of [{ epoch: other.epoch }, { secret: other.secret }]) {
      const changed = createSessions({ secret: SECRET, epoch: '0', now, ...change });
      expect(await changed.read(headers)).toBeUndefined();
    }
  });

  it('is over where it was signed out of, copies and renewals of it too; others go on', async () => {
    const headers = withCookie(await sessions.open(ana, away));
    const other = withCookie(await sessions.open(ana, away));
    at += 2 * 60_000;
    const session = await sessions.read(headers);
    if (!session) throw new Error('not signed in');
    const removal = await sessions.close(headers);
    expect(removal).toMatch(/^__Host-callscope=; Path=\/; Max-Age=0; /);
    expect(await sessions.read(headers)).toBeUndefined();
    const late = await sessions.renewal(session, headers);
    expect(await sessions.read(withCookie(late ?? ''))).toBeUndefined();
    expect(await sessions.read(other)).toBeDefined();
    expect(await sessions.close(new Headers())).toContain('Max-Age=0');
  });

  it.each<[string, (seal: string) => string | Promise<string>]>([
    ['nothing', () => ''],
    ['rubbish', () => 'Fe26.2*rubbish~2'],
    ['a letter changed', (seal) => seal.replace(/.(?=.{40}$)/, (one) => (one === 'A' ? 'B' : 'A'))],
    ['cut off', (seal) => seal.slice(0, -10)],
    ['another version', (seal) => seal.replace(/~2$/, '~1')],
    ['very long', (seal) => 'A'.repeat(100_000) + seal],
    [
      'something else sealed with our secret',
      () => sealData({ role: 'manager' }, { password: SECRET }),
    ],
    [
      'a role nobody has',
      () =>
        sealData(
          {
            id: '1',
            method: 'password',
            subject: 'a',
            email: 'a',
            name: 'a',
            role: 'owner',
            started: at,
            seen: at,
            epoch: '0',
          },
          { password: SECRET },
        ),
    ],
  ])('is nobody’s when the seal is %s', async (_, change) => {
    const cookie = await sessions.open(ana, away);
    const seal = /=([^;]*)/.exec(cookie)?.[1] ?? '';
    const headers = withCookie(`__Host-callscope=${await change(seal)}`);
    expect(await sessions.read(headers)).toBeUndefined();
  });
});

describe('the cookie', () => {
  it.each([
    ['callscope.example', true],
    ['10.0.0.5:3000', true],
    ['127.0.0.1.evil.example', true],
    ['localhost.evil.example', true],
    ['', true],
    ['localhost:3000', false],
    ['127.0.0.1:3000', false],
    ['[::1]:3000', false],
  ])('on %j is bound to the host and to https: %s', async (host, safe) => {
    const cookie = await sessions.open(ana, new Headers({ host }));
    expect(cookie.startsWith(safe ? '__Host-callscope=' : 'callscope=')).toBe(true);
    expect(/; Secure(;|$)/.test(cookie)).toBe(safe);
    expect(cookie).toContain('; Path=/;');
    expect(cookie).toContain('; HttpOnly; SameSite=Lax');
    expect(cookie).not.toContain('Domain');
    expect(await sessions.read(withCookie(cookie, host))).toBeDefined();
  });

  it('without the prefix counts nowhere but on this machine', async () => {
    const local = await sessions.open(ana, new Headers({ host: 'localhost:3000' }));
    expect(await sessions.read(withCookie(local, 'callscope.example'))).toBeUndefined();
  });

  it('goes by the public address where one is set, whatever the proxy calls us', async () => {
    const behind = createSessions({
      secret: SECRET,
      epoch: '0',
      now,
      publicUrl: 'https://c.example',
    });
    const cookie = await behind.open(ana, new Headers({ host: '127.0.0.1:3000' }));
    expect(cookie).toMatch(/^__Host-callscope=.*; Secure$/);
  });
});
