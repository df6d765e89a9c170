import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PROBLEM_CODES } from '@/lib/call/answers/problem';
import { problem } from '@/lib/call/answers/problem-kinds';
import { problemSchema } from '@/lib/call/answers/responses';
import { LONGEST_QUESTION } from '@/lib/call/limits';
import { type Auth, WITHOUT_SIGN_IN } from '@/lib/server/auth/auth';
import { CallscopeError } from '@/lib/server/errors';
import { createLog } from '@/lib/server/observability/log';
import { statusFailure } from '@/lib/server/upstream/port/failures';
import { handle } from './handle';
import type { Incoming } from './request';
import { createRequestLimits } from './security/request-limits';

const CANARY = 'canary-key-"4f1d9a\\';
const answer = z.object({ ok: z.boolean() });

type Handler = (incoming: Incoming<{ id: string }>) => Promise<{ ok: boolean }>;

/** Sends one request through a handler; gives back the answer and the log lines. */
async function send(
  handler: Handler,
  init: RequestInit = {},
  query = '',
  auth: Auth = WITHOUT_SIGN_IN,
  limits = createRequestLimits(1200, () => 0),
) {
  let text = '';
  const destination = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const log = createLog({ level: 'trace', secret: CANARY }, destination);
  const route = handle({ path: '/api/things/{id}', access: 'read', answer }, handler, () => ({
    log,
    auth,
    limits,
  }));
  const request = new Request(`http://localhost/api/things/7${query}`, init);
  const response = await route(request, { params: Promise.resolve({ id: '7' }) });
  const lines: Record<string, unknown>[] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { response, lines, text };
}

const failing = (error: unknown): Handler => {
  return async () => {
    throw error;
  };
};

describe('an answer', () => {
  it('carries what the handler made of the request', async () => {
    const { response } = await send(
      async ({ query, params }) => ({ ok: query.get('a') === 'ü,b' && params.id === '7' }),
      {},
      '?a=%C3%BC,b',
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ ok: true });
  });

  it('carries nothing that its schema does not declare', async () => {
    const { response } = await send(async () => ({ ok: true, key: CANARY }));
    expect(await response.text()).toBe('{"ok":true}');
  });

  it('that breaks its schema is a failure of ours', async () => {
    const { response, lines } = await send(async () => JSON.parse('{"ok":"yes"}'));
    expect(response.status).toBe(500);
    expect(problemSchema.parse(await response.json()).code).toBe('internal_error');
    expect(lines).toMatchObject([
      { level: 'error', status: 500, err: { name: expect.any(String) } },
    ]);
  });
});

describe('the log line', () => {
  it('names the route and the outcome, and no value of the request', async () => {
    const { lines, text } = await send(async () => ({ ok: true }), {}, '?search=5550100');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        msg: 'request',
        method: 'GET',
        route: '/api/things/{id}',
        status: 200,
        duration_ms: expect.any(Number),
        request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect(text).not.toContain('5550100');
    expect(text).not.toContain('/api/things/7');
  });

  it.each([
    ['abc-123_X.y', true],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
    ['two words', false],
    ['{"a":1}', false],
    ['', false],
  ])('takes over the request id %j: %s', async (given, taken) => {
    const { response, lines } = await send(async () => ({ ok: true }), {
      headers: { 'x-request-id': given },
    });
    const id = response.headers.get('x-request-id');
    expect(id === given).toBe(taken);
    expect(id).toMatch(/^[\w.-]+$/);
    expect(lines[0]?.request_id).toBe(id);
  });
});

describe('a failure', () => {
  it.each(PROBLEM_CODES)('%s becomes its problem details', async (code) => {
    const { response, lines } = await send(failing(new CallscopeError(code, 'It went wrong.')));
    const told = problem(code, 'It went wrong.');
    expect(response.status).toBe(told.status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('retry-after')).toBeNull();
    expect(response.headers.get('x-request-id')).toBe(lines[0]?.request_id);
    expect(await response.json()).toEqual(told);
    expect(lines).toMatchObject([{ status: told.status, code }]);
  });

  it('names the fields and the seconds to wait', async () => {
    const errors = [{ field: 'limit', message: 'must be a whole number' }];
    const refused = await send(failing(new CallscopeError('invalid_request', 'No.', { errors })));
    expect(await refused.response.json()).toMatchObject({ errors });
    const limited = await send(
      failing(new CallscopeError('upstream_rate_limited', 'Slow.', { retry_after: 11.2 })),
    );
    expect(limited.response.headers.get('retry-after')).toBe('12');
    expect(await limited.response.json()).toMatchObject({ retry_after: 12 });
  });

  it('that repeats what somebody asked tells it to them and not to the log', async () => {
    const { error } = statusFailure('list', { status: 400, message: `No calls of ${CANARY}.` });
    const { response, lines, text } = await send(failing(error));
    expect(await response.text()).toContain('No calls of');
    expect(text).not.toContain('No calls of');
    expect(lines).toMatchObject([{ detail: 'HappyRobot rejected the request with status 400.' }]);
  });

  it('of another copy of our class is recognised', async () => {
    const twin = Object.assign(new Error('Gone.'), {
      name: 'CallscopeError',
      code: 'not_found',
      extra: {},
    });
    expect((await send(failing(twin))).response.status).toBe(404);
  });

  it('nobody foresaw tells its stack to the log alone, and the key to nobody', async () => {
    const error = new Error(`refused: Bearer ${CANARY}`, { cause: { headers: [CANARY] } });
    const { response, lines, text } = await send(failing(error));
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(problemSchema.parse(JSON.parse(body)).detail).toContain(String(lines[0]?.request_id));
    expect(body).not.toMatch(/refused|handle\.test/);
    expect(lines).toMatchObject([
      { level: 'error', code: 'internal_error', err: { message: 'refused: Bearer …' } },
    ]);
    expect(text).toContain('handle.test.ts');
    expect(text).not.toContain('4f1d9a');
  });

  it('after the client went away is no error', async () => {
    const gone = new AbortController();
    const { lines } = await send(
      async ({ signal }) => {
        gone.abort();
        signal.throwIfAborted();
        return { ok: true };
      },
      { signal: gone.signal },
    );
    expect(lines).toMatchObject([{ level: 'info', status: 499 }]);
    expect(lines[0]).not.toHaveProperty('err');
  });
});

describe('who asks', () => {
  const account = { subject: 's', email: 'eve@example.com', name: 'Eve' };
  const nobody: Handler = async () => {
    throw new Error('got through');
  };

  it('is told to the handler', async () => {
    const who = { role: 'viewer', account } as const;
    const { response } = await send(async (incoming) => ({ ok: incoming.who === who }), {}, '', {
      visit: async () => ({ who }),
    });
    expect(await response.json()).toEqual({ ok: true });
  });

  it('must be known', async () => {
    const { response } = await send(nobody, {}, '', { visit: async () => ({ who: undefined }) });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'signed_out' });
  });

  it('keeps a session that is in use', async () => {
    const { response } = await send(async () => ({ ok: true }), {}, '', {
      visit: async () => ({ who: { role: 'viewer', account }, setCookie: 'a=b' }),
    });
    expect(response.headers.get('set-cookie')).toBe('a=b');
  });
});

describe('before anything else is looked at', () => {
  const nobody: Handler = async () => {
    throw new Error('got through');
  };
  const stranger: Auth = {
    visit: async () => {
      throw new Error('was asked who it is');
    },
  };

  it('a change that another site asks for is refused', async () => {
    const foreign = { method: 'POST', headers: { origin: 'https://evil.example' } };
    const { response, lines } = await send(nobody, foreign, '', stranger);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'cross_site_request' });
    expect(lines).toMatchObject([{ status: 403, code: 'cross_site_request' }]);
  });

  it.each([
    [`?search=${'x'.repeat(LONGEST_QUESTION - 8)}`, 200],
    [`?search=${'x'.repeat(LONGEST_QUESTION - 7)}`, 400],
    [`?search=${'%D0%B0'.repeat(2050)}`, 400],
  ])('a query is measured as it is sent', async (query, status) => {
    const { response } = await send(async () => ({ ok: true }), {}, query);
    expect(response.status).toBe(status);
    if (status === 400) expect(await response.json()).toMatchObject({ code: 'invalid_request' });
  });

  it('who asks too much is told to wait', async () => {
    const limits = createRequestLimits(60, () => 0);
    const ask = () => send(async () => ({ ok: true }), {}, '', WITHOUT_SIGN_IN, limits);
    for (let count = 0; count < 150; count += 1) expect((await ask()).response.status).toBe(200);
    const { response } = await ask();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'too_many_requests', retry_after: 1 });
  });
});
