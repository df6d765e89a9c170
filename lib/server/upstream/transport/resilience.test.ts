import type { IncomingMessage } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import {
  aCall,
  aPage,
  connect,
  deferred,
  type Handler,
  json,
  recordingLog,
  serve,
} from './socket.test-server';

/** Fails `times` times the given way, then answers a page. */
const failing = (times: number, fail: Handler) =>
  serve((request, response, number) => {
    if (number <= times) fail(request, response, number);
    else json(response, 200, aPage(request.url));
  });

const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(code, headers).end();
const reset = (request: IncomingMessage) => request.socket.destroy();
const resetInBody =
  (headers: Record<string, string> = {}): Handler =>
  (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.write('{"calls":[', () => request.socket.resetAndDestroy());
  };
const cutShort: Handler = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"calls":[', () => request.socket.end());
};
const hang: Handler = () => undefined;

describe('retries', () => {
  const transient: [string, Handler][] = [
    ['408', status(408)],
    ['429', status(429)],
    ['500', status(500)],
    ['503 with a short Retry-After', status(503, { 'retry-after': '0' })],
    ['a reset', reset],
    ['a reset within the body', resetInBody()],
    ['a body whose chunks end early', cutShort],
    ['a body shorter than announced', resetInBody({ 'content-length': '1000' })],
    ['a reset within a gzipped body', resetInBody({ 'content-encoding': 'gzip' })],
    ['a hang', hang],
  ];
  const timeouts = { headersMs: 100, bodyMs: 100 };

  test.each(transient)('%s is survived three times', { timeout: 15_000 }, async (_, fail) => {
    const { url, requests } = await failing(3, fail);
    expect(await connect(url, { timeouts }).listCalls({})).toMatchObject({ count: 12_993 });
    expect(requests).toHaveLength(4);
  });

  test('the fourth failure is told', async () => {
    const { url, requests } = await failing(4, status(503));
    await expect(connect(url).listCalls({})).rejects.toMatchObject({
      code: 'upstream_failed',
      message: 'HappyRobot answered with status 503.',
    });
    expect(requests).toHaveLength(4);
  });

  test.each([400, 401, 403, 404, 422])('%d is not tried again', async (code) => {
    const { url, requests } = await failing(1, status(code));
    // So small a page is not refused for its size.
    await expect(connect(url).listCalls({ limit: 10 })).rejects.toHaveProperty('code');
    expect(requests).toHaveLength(1);
  });

  test('the waits have full jitter below a bound that doubles up to its maximum', async () => {
    const log = recordingLog();
    const { url } = await failing(3, status(500));
    const retry = { firstBackoffMs: 10, maxBackoffMs: 30, random: () => 0.5 };
    await connect(url, { log, retry }).listCalls({});
    const waits = log.lines.flatMap((line) => /"wait_ms":(\d+)/.exec(line)?.[1] ?? []);
    expect(waits).toEqual(['5', '10', '15']);
  });

  test('Retry-After is waited for', async () => {
    const { url } = await failing(1, status(429, { 'retry-after': '1' }));
    const started = performance.now();
    await connect(url).listCalls({});
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  test.each([
    [{ 'retry-after': '6' }, 1, 6],
    [{ 'retry-after': 'nonsense' }, 4, 30],
  ])(
    '429 with %j fails after %d requests and names %d seconds',
    async (headers, count, seconds) => {
      const { url, requests } = await failing(9, status(429, headers));
      await expect(connect(url).listCalls({})).rejects.toMatchObject({
        code: 'upstream_rate_limited',
        extra: { retry_after: seconds },
      });
      expect(requests).toHaveLength(count);
    },
  );

  test('a wait that would outlast the operation is not begun', async () => {
    const { url, requests } = await failing(9, status(503, { 'retry-after': '5' }));
    const upstream = connect(url, { timeouts: { totalMs: 3_000 } });
    await expect(upstream.listCalls({})).rejects.toMatchObject({ code: 'upstream_failed' });
    expect(requests).toHaveLength(1);
  });
});

describe('time', () => {
  test.each([
    ['headers', hang, 'start to answer'],
    [
      'a body that stops',
      ((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      }) satisfies Handler,
      'in the middle',
    ],
  ])('waiting for %s ends', async (_, fail, words) => {
    const { url } = await failing(1, fail);
    const upstream = connect(url, {
      timeouts: { headersMs: 50, bodyMs: 50 },
      retry: { attempts: 1 },
    });
    await expect(upstream.listCalls({})).rejects.toMatchObject({
      code: 'upstream_timeout',
      message: expect.stringContaining(words),
    });
  });

  test('the whole operation ends at its deadline, however slowly the body drips', async () => {
    const closed = deferred<void>();
    const { url, requests } = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 10);
      request.socket.on('close', () => {
        clearInterval(drip);
        closed.resolve();
      });
    });
    const upstream = connect(url, { timeouts: { bodyMs: 2_000, totalMs: 200 } });
    await expect(upstream.listCalls({})).rejects.toMatchObject({
      code: 'upstream_timeout',
      message: 'HappyRobot gave no answer within 0.2 seconds, retries included.',
    });
    await closed.promise;
    expect(requests).toHaveLength(1);
  });
});

describe('the breaker', () => {
  test('opens after ten failures in a row, asks nothing while open, and recovers', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const log = recordingLog();
      let broken = true;
      const { url, requests } = await serve((request, response) => {
        if (broken) response.writeHead(500).end();
        else json(response, 200, aPage(request.url));
      });
      const upstream = connect(url, { log });
      for (let n = 1; n <= 3; n += 1) await upstream.listCalls({}).catch(() => undefined);
      expect(requests).toHaveLength(10);

      broken = false;
      await expect(upstream.listCalls({})).rejects.toMatchObject({
        code: 'upstream_unreachable',
        message: expect.stringMatching(/many times in a row.*status 500/),
      });
      expect(requests).toHaveLength(10);

      vi.setSystemTime(Date.now() + 10_000);
      expect(await upstream.listCalls({})).toMatchObject({ count: 12_993 });
      expect(requests).toHaveLength(11);
      expect(log.lines.join()).toMatch(/held off.*answers again/);
    } finally {
      vi.useRealTimers();
    }
  });

  test('refusals do not open it', async () => {
    const { url, requests } = await failing(99, status(401));
    const upstream = connect(url);
    for (let n = 1; n <= 12; n += 1) await upstream.listCalls({}).catch(() => undefined);
    expect(requests).toHaveLength(12);
  });
});

describe('the bound on requests at once', () => {
  test('holds, and everybody is served', async () => {
    let active = 0;
    let most = 0;
    const { url } = await serve((request, response) => {
      active += 1;
      most = Math.max(most, active);
      setTimeout(() => {
        active -= 1;
        json(response, 200, aCall(Number.parseInt(request.url.slice(-24), 16)));
      }, 20);
    });
    const upstream = connect(url, { concurrency: 3 });
    const ids = Array.from({ length: 20 }, (_, n) => aCall(n + 1).id);
    const calls = await Promise.all(ids.map((id) => upstream.getCall(id)));
    expect(calls.map((call) => call.id)).toEqual(ids);
    expect(most).toBe(3);
  });

  test('those who gave up in the queue hold nobody up and are never asked for', async () => {
    const { url, requests } = await serve((request, response) => {
      setTimeout(() => json(response, 200, aCall(Number.parseInt(request.url.slice(-24), 16))), 20);
    });
    const upstream = connect(url, { concurrency: 1 });
    const leave = new AbortController();
    const first = upstream.getCall(aCall(1).id);
    const abandoned = [2, 3, 4].map((n) =>
      upstream.getCall(aCall(n).id, { signal: leave.signal }).catch((error) => error.name),
    );
    const last = upstream.getCall(aCall(5).id);
    leave.abort();
    expect(await Promise.all(abandoned)).toEqual(['AbortError', 'AbortError', 'AbortError']);
    expect([(await first).id, (await last).id]).toEqual([aCall(1).id, aCall(5).id]);
    expect(requests).toHaveLength(2);
  });

  test('a queue that is full is said to be, in time', async () => {
    const { url } = await serve(() => undefined);
    const upstream = connect(url, { concurrency: 1 });
    const asked = Array.from({ length: 1_002 }, (_, n) => upstream.getCall(aCall(n).id));
    const outcomes = Promise.allSettled(asked);
    await expect(asked.at(-1)).rejects.toMatchObject({
      code: 'upstream_timeout',
      message: expect.stringContaining('already waiting'),
    });
    await upstream.close();
    expect((await outcomes).filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });
});
