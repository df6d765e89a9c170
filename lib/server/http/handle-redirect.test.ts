import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { WITHOUT_SIGN_IN } from '@/lib/server/auth/auth';
import { CallscopeError } from '@/lib/server/errors';
import { createLog } from '@/lib/server/observability/log';
import { handleRedirect } from './handle-redirect';
import { createRequestLimits } from './security/request-limits';

const REQUEST = new Request('http://localhost:3000/api/session/oidc/callback?code=secret', {
  headers: { 'x-request-id': 'r1' },
});

function asked(lead: Parameters<typeof handleRedirect>[1]) {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const log = createLog({ level: 'info', secret: undefined }, destination);
  const handler = handleRedirect('/a', lead, () => ({
    log,
    auth: WITHOUT_SIGN_IN,
    limits: createRequestLimits(1200, () => 0),
  }));
  return { lines, response: handler(REQUEST, { params: Promise.resolve({}) }) };
}

it('sends the browser on with its cookies, kept nowhere, in one log line without the query', async () => {
  const { lines, response } = asked(async () => ({
    location: '/calls',
    setCookies: ['a=1', 'b=2'],
  }));
  const { status, headers } = await response;
  expect(status).toBe(303);
  expect(headers.get('location')).toBe('/calls');
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { route: '/a', status: 303, method: 'GET', request_id: 'r1' },
  ]);
  expect(lines.join('')).not.toContain('secret');
});

it('tells a failure as a problem', async () => {
  const { lines, response } = asked(async () => {
    throw new CallscopeError('not_found', 'Not here.');
  });
  const told = await response;
  expect(told.status).toBe(404);
  expect(await told.json()).toMatchObject({ code: 'not_found', detail: 'Not here.' });
  expect(lines).toHaveLength(1);
});
