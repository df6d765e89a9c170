import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '@/lib/call/answers/responses';
import { WITHOUT_SIGN_IN } from '@/lib/server/auth/auth';
import { CallscopeError } from '@/lib/server/errors';
import { createLog } from '@/lib/server/observability/log';
import { handleStream } from './handle-stream';
import { createRequestLimits } from './security/request-limits';

/** Sends one request through a handler that streams; the log lines are read when they are asked for. */
async function send(text: AsyncIterable<string>, init: RequestInit = {}) {
  let printed = '';
  const destination = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  const log = createLog({ level: 'trace', secret: 'secret' }, destination);
  const route = handleStream(
    { path: '/api/things', access: 'export' },
    async () => ({ type: 'text/csv', headers: { 'x-total-count': '3' }, body: encoded(text) }),
    () => ({ log, auth: WITHOUT_SIGN_IN, limits: createRequestLimits(1200, () => 0) }),
  );
  const request = new Request('http://localhost/api/things?search=5550100', init);
  const response = await route(request, { params: Promise.resolve({}) });
  const lines = (): Record<string, unknown>[] =>
    printed
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { response, lines };
}

async function* encoded(text: AsyncIterable<string>) {
  for await (const piece of text) yield new TextEncoder().encode(piece);
}

/** Yields so many pieces and tells how far it got and whether it was ended properly. */
function counted(pieces: number, failure?: Error) {
  const state = { made: 0, ended: false };
  async function* text() {
    try {
      for (; state.made < pieces; state.made += 1) yield `${state.made}\n`;
      if (failure) throw failure;
    } finally {
      state.ended = true;
    }
  }
  return { state, text: text() };
}

describe('a streamed answer', () => {
  it('arrives whole, with its headers, and is logged when it has left', async () => {
    const { response, lines } = await send(counted(3).text);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-total-count')).toBe('3');
    expect(lines()).toEqual([]);
    expect(await response.text()).toBe('0\n1\n2\n');
    expect(lines()).toMatchObject([
      { level: 'info', status: 200, route: '/api/things', method: 'GET' },
    ]);
    expect(JSON.stringify(lines())).not.toContain('5550100');
  });

  it('may be empty', async () => {
    const { response } = await send(counted(0).text);
    expect(await response.text()).toBe('');
  });

  it('is made no faster than it is read', async () => {
    const { text, state } = counted(1000);
    const { response } = await send(text);
    const reader = response.body?.getReader();
    for (let read = 0; read < 3; read += 1) await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(state.made).toBeLessThanOrEqual(4);
    await reader?.cancel();
  });

  it('is not made for a client that went away, nor for one that asks for the headers only', async () => {
    const leaving = counted(1000);
    const { response, lines } = await send(leaving.text);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(leaving.state.ended).toBe(true);
    expect(lines()).toMatchObject([{ level: 'info', status: 499 }]);
    const asking = counted(1000);
    const head = await send(asking.text, { method: 'HEAD' });
    expect(head.response.headers.get('x-total-count')).toBe('3');
    expect(await head.response.text()).toBe('');
    expect(asking.state.made).toBe(0);
  });

  it('that fails before its first piece is a problem', async () => {
    const { response, lines } = await send(
      counted(0, new CallscopeError('index_failed', 'No.')).text,
    );
    expect(response.status).toBe(500);
    expect(problemSchema.parse(await response.json()).code).toBe('index_failed');
    expect(lines()).toMatchObject([{ level: 'warn', status: 500, code: 'index_failed' }]);
  });

  it('that fails later breaks off', async () => {
    const { response, lines } = await send(counted(2, new Error('boom')).text);
    await expect(response.text()).rejects.toThrow();
    expect(lines()).toMatchObject([{ level: 'error', code: 'internal_error' }]);
  });
});
