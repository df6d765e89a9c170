import { afterEach, expect, it } from 'vitest';
import { WITHOUT_SIGN_IN } from '@/lib/server/auth/auth';
import type { Oidc } from '@/lib/server/auth/oidc/oidc';
import { createRequestLimits } from '@/lib/server/http/security/request-limits';
import { createLog } from '@/lib/server/observability/log';
import { GET as finish } from './callback/route';
import { GET as start } from './route';

const KEY = Symbol.for('callscope.container');
const ORIGIN = 'http://0.0.0.0:3000/api/session/oidc';
const context = { params: Promise.resolve({}) };

function serve(oidc: Oidc | undefined): void {
  const log = createLog({ level: 'silent', secret: undefined });
  const limits = createRequestLimits(1200, () => 0);
  Reflect.set(globalThis, KEY, { oidc, log, auth: WITHOUT_SIGN_IN, limits });
}
afterEach(() => Reflect.deleteProperty(globalThis, KEY));

it('is not there where nobody signs in that way', async () => {
  serve(undefined);
  for (const route of [start, finish]) {
    const response = await route(new Request(ORIGIN), context);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not_found' });
  }
});

it('hands over the page to come back to, the address that was called and the cookies', async () => {
  serve({
    start: async (returnTo, cookies) => ({ location: `/a?${returnTo}`, setCookies: [cookies] }),
    finish: async ({ search }, cookies) => ({ location: `/b${search}`, setCookies: [cookies] }),
  });
  const headers = { cookie: 'x=1' };
  const left = await start(new Request(`${ORIGIN}?return_to=%2Fcosts`, { headers }), context);
  expect(left.headers.get('location')).toBe('/a?/costs');
  const back = await finish(new Request(`${ORIGIN}/callback?code=1&state=2`, { headers }), context);
  expect([back.status, back.headers.get('location')]).toEqual([303, '/b?code=1&state=2']);
  expect(back.headers.getSetCookie()).toEqual(['x=1']);
});
