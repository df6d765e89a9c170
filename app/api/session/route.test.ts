import { writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionResponseSchema } from '@/lib/auth/session-responses';
import { problemSchema } from '@/lib/call/answers/responses';
import { pathOfAccounts, quickHash, withCookie } from '@/lib/server/auth/accounts.test-file';
import { buildAuth } from '@/lib/server/boot/build-auth';
import { createRequestLimits } from '@/lib/server/http/security/request-limits';
import { createLog } from '@/lib/server/observability/log';
import { DELETE, GET, POST } from './route';

/** The handlers over the real parts of sign-in and a real accounts file. */

const KEY = Symbol.for('callscope.container');
const ADDRESS = 'https://callscope.example/api/session';
const HOST = { host: 'callscope.example', 'sec-fetch-site': 'same-origin' };
const ANA = { email: 'ana@example.com', password: 'correct horse battery' };
const context = { params: Promise.resolve({}) };

let logged = '';
let path = '';
beforeEach(() => {
  logged = '';
  path = pathOfAccounts();
  writeFileSync(path, `${ANA.email} reviewer ${quickHash(ANA.password)}\n`);
  serve('password');
});
afterEach(() => Reflect.deleteProperty(globalThis, KEY));

function serve(mode: 'none' | 'password'): void {
  const destination = new Writable({
    write(chunk, _, done) {
      logged += String(chunk);
      done();
    },
  });
  const log = createLog({ level: 'trace', secret: undefined }, destination);
  const env =
    mode === 'none' ? { mode } : { mode, secret: 's'.repeat(32), epoch: '0', usersFile: path };
  const limits = createRequestLimits(1200, () => 0);
  Reflect.set(globalThis, KEY, { log, limits, ...buildAuth(env, log) });
}

function signIn(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return POST(
    new Request(ADDRESS, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...HOST, ...headers },
      body: JSON.stringify(body),
    }),
    context,
  );
}
function signOut(headers: Headers): Promise<Response> {
  headers.set('sec-fetch-site', 'same-origin');
  return DELETE(new Request(ADDRESS, { method: 'DELETE', headers }), context);
}
const ask = (headers: HeadersInit) => GET(new Request(ADDRESS, { headers }), context);
const whoIn = async (response: Response) => sessionResponseSchema.parse(await response.json()).who;
const problemIn = async (response: Response) => problemSchema.parse(await response.json());
const who = {
  role: 'reviewer',
  account: { subject: ANA.email, email: ANA.email, name: ANA.email },
};

describe('a session', () => {
  it('is opened, known, and over when it was signed out of', async () => {
    const opened = await signIn(ANA);
    expect([opened.status, await whoIn(opened)]).toEqual([200, who]);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    const [cookie = ''] = opened.headers.getSetCookie();
    const headers = withCookie(cookie);
    expect(await whoIn(await ask(headers))).toEqual(who);

    const closed = await signOut(headers);
    expect(await whoIn(closed)).toBeNull();
    expect(closed.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-callscope=; /)]);
    // Notes that could not be sent yet lie in the browser's storage.
    expect(closed.headers.get('clear-site-data')).not.toMatch(/storage|\*/);
    expect(await whoIn(await ask(headers))).toBeNull();
  });

  it('is nobody’s without a cookie', async () => {
    const response = await ask(HOST);
    expect([response.status, await whoIn(response)]).toEqual([200, null]);
  });
});

describe('an attempt', () => {
  it('that fails says the same for everybody and sets no cookie', async () => {
    const wrong = await signIn({ ...ANA, password: 'wrong' });
    const unknown = await signIn({ ...ANA, email: 'nobody@example.com' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await problemIn(wrong)).toEqual(await problemIn(unknown));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('too many tells the wait, in the body and in its header', async () => {
    for (let times = 0; times < 5; times++) await signIn({ ...ANA, password: 'wrong' });
    const refused = await signIn(ANA);
    expect(refused.status).toBe(429);
    const { code, retry_after = 0 } = await problemIn(refused);
    expect(code).toBe('too_many_attempts');
    expect(retry_after).toBeGreaterThan(290);
    expect(refused.headers.get('retry-after')).toBe(String(retry_after));
  });

  it('waits no longer when the clock of the machine is set back', async () => {
    for (let times = 0; times < 5; times++) await signIn({ ...ANA, password: 'wrong' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 });
    const { retry_after = 0 } = await problemIn(await signIn(ANA));
    vi.useRealTimers();
    expect(retry_after).toBeGreaterThan(0);
    expect(retry_after).toBeLessThanOrEqual(300);
  });

  it.each([
    ['nothing', undefined],
    ['no password', { email: ANA.email }],
    ['an empty password', { ...ANA, password: '' }],
    ['an address that is no text', { ...ANA, email: { $ne: '' } }],
    ['a list', [ANA]],
    ['a password that keeps the machine busy', { ...ANA, password: 'x'.repeat(1025) }],
  ])('with %s is no attempt', async (_, body) => {
    const response = await signIn(body);
    expect([response.status, (await problemIn(response)).code]).toEqual([400, 'invalid_request']);
  });

  it('leaves neither password, cookie nor hash in the log', async () => {
    const opened = await signIn(ANA);
    await signIn({ ...ANA, password: 'canary wrong password' });
    const [cookie = ''] = opened.headers.getSetCookie();
    expect(logged).toContain('/api/session');
    const seal = cookie.split(/[=;]/)[1] ?? '';
    for (const secret of [ANA.password, 'canary', 'scrypt$', seal])
      expect(logged).not.toContain(secret);
  });
});

it('is neither opened nor closed by a page of another site', async () => {
  const elsewhere = { 'sec-fetch-site': 'cross-site' };
  const opened = await signIn(ANA, elsewhere);
  expect([opened.status, opened.headers.getSetCookie()]).toEqual([403, []]);
  const headers = withCookie((await signIn(ANA)).headers.getSetCookie()[0] ?? '');
  const crossing = new Headers([...headers, ...Object.entries(elsewhere)]);
  const closed = await DELETE(
    new Request(ADDRESS, { method: 'DELETE', headers: crossing }),
    context,
  );
  expect(closed.status).toBe(403);
  expect(await whoIn(await ask(headers))).toEqual(who);
});

it('without sign-in everybody is the owner, and there is nothing to sign in to or out of', async () => {
  serve('none');
  expect(await whoIn(await ask(HOST))).toEqual({ role: 'manager', account: null });
  expect((await signIn(ANA)).status).toBe(404);
  const closed = await signOut(new Headers(HOST));
  expect(closed.headers.getSetCookie()).toEqual([]);
});
