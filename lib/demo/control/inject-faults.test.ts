import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import {
  brotliDecompressSync,
  createGunzip,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { at, listAt } from '@/lib/demo/json';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { createDemoControl, type DemoControl } from './control';

let upstream: DemoUpstream;
let control: DemoControl;

beforeAll(async () => {
  upstream = await startDemoUpstream({
    now: Date.parse('2026-11-18T17:42:11Z'),
    calls: 60,
    control: true,
  });
  control = createDemoControl(upstream.url);
});
afterAll(() => upstream.close());
afterEach(async () => {
  await control.clearFaults();
  await control.clearRequests();
});

/** The bare response, so that nothing is unpacked, followed or repaired on the way. */
function open(path = '/calls?limit=5', signal?: AbortSignal): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const headers = { authorization: 'Bearer demo-key' };
    httpRequest(`${upstream.url}${path}`, { headers, signal, agent: false }, answered)
      .on('error', failed)
      .end();
  });
}

async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function jsonOf(response: IncomingMessage): Promise<unknown> {
  return JSON.parse((await bytesOf(response)).toString());
}

describe('faults', () => {
  test('status with headers and a body', async () => {
    await control.setFaults({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': '7' },
      body: { message: 'slow down' },
    });
    const response = await open();
    expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '7']);
    expect(await jsonOf(response)).toEqual({ message: 'slow down' });
  });

  test('status with text, and with nothing', async () => {
    await control.setFaults(
      { kind: 'status', status: 502, body: '<h1>Bad gateway</h1>', times: 1 },
      { kind: 'status', status: 503 },
    );
    expect((await bytesOf(await open())).toString()).toBe('<h1>Bad gateway</h1>');
    const empty = await open();
    expect([empty.statusCode, (await bytesOf(empty)).length]).toEqual([503, 0]);
  });

  test('delay gives the right answer, later', async () => {
    await control.setFaults({ kind: 'delay', ms: 120 });
    const started = performance.now();
    const calls = listAt(await jsonOf(await open()), 'calls');
    expect(calls).toHaveLength(5);
    expect(performance.now() - started).toBeGreaterThan(100);
  });

  test('hang never answers, and the log tells that the client left', async () => {
    await control.setFaults({ kind: 'hang' });
    const leaving = new AbortController();
    const answer = open('/calls', leaving.signal);
    await vi.waitFor(async () => expect(await control.requests()).toHaveLength(1));
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await vi.waitFor(async () => {
      const [seen] = await control.requests();
      expect(seen).toMatchObject({ aborted: true, status: null });
    });
  });

  test('reset breaks the connection at once or in the middle of the body', async () => {
    await control.setFaults({ kind: 'reset', times: 1 }, { kind: 'reset', afterBytes: 100 });
    await expect(open()).rejects.toMatchObject({ code: 'ECONNRESET' });
    const started = await open();
    expect(started.statusCode).toBe(200);
    await expect(bytesOf(started)).rejects.toThrow();
    const seen = await control.requests();
    expect(seen.map(({ aborted }) => aborted)).toEqual([false, false]);
  });

  test('truncated ends properly with half of the JSON', async () => {
    await control.setFaults({ kind: 'truncated' });
    const text = (await bytesOf(await open())).toString();
    expect(text.startsWith('{"calls":[')).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test('truncated can also fall short of its content-length', async () => {
    await control.setFaults({ kind: 'truncated', contentLength: 'too long' });
    const response = await open();
    expect(Number(response.headers['content-length'])).toBeGreaterThan(1000);
    await expect(bytesOf(response)).rejects.toThrow();
  });

  test('html and invalid JSON come with status 200', async () => {
    await control.setFaults({ kind: 'html', times: 1 }, { kind: 'invalid_json' });
    const html = await open();
    expect([html.statusCode, html.headers['content-type']]).toEqual([200, 'text/html']);
    html.resume();
    const broken = await open();
    expect([broken.statusCode, broken.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    await expect(jsonOf(broken)).rejects.toThrow(SyntaxError);
  });

  test('wrong echo names another offset', async () => {
    await control.setFaults({ kind: 'wrong_echo', times: 1 }, { kind: 'wrong_echo', offset: 0 });
    expect(at(await jsonOf(await open('/calls?skip=10')), 'offset')).toBe(11);
    expect(at(await jsonOf(await open('/calls?skip=10')), 'offset')).toBe(0);
  });

  test('redirect points elsewhere', async () => {
    await control.setFaults({ kind: 'redirect', location: 'http://127.0.0.1:9/' });
    const response = await open();
    expect([response.statusCode, response.headers.location]).toEqual([302, 'http://127.0.0.1:9/']);
  });

  test('empty is a list of nothing', async () => {
    await control.setFaults({ kind: 'empty' });
    expect(await jsonOf(await open())).toEqual({ calls: [], count: 0, limit: 5, offset: 0 });
  });

  test('bad record spoils one record and keeps its id', async () => {
    const before = listAt(await jsonOf(await open()), 'calls');
    await control.setFaults(
      { kind: 'bad_record', index: 2, times: 1 },
      { kind: 'bad_record', record: 'gone', times: 1 },
      { kind: 'bad_record', index: 99 },
    );
    const spoiled = listAt(await jsonOf(await open()), 'calls');
    expect(at(spoiled[2], 'id')).toBe(at(before[2], 'id'));
    expect(at(spoiled[2], 'status')).toBe(42);
    expect(spoiled.toSpliced(2, 1)).toEqual(before.toSpliced(2, 1));
    expect(listAt(await jsonOf(await open()), 'calls')[0]).toBe('gone');
    expect(listAt(await jsonOf(await open()), 'calls')).toEqual(before);
  });

  test('huge goes on until the client leaves, or to its size', async () => {
    await control.setFaults({ kind: 'huge', bytes: 200_000, times: 1 }, { kind: 'huge' });
    const sized = await bytesOf(await open());
    expect(sized.length).toBeGreaterThan(200_000);
    expect(() => JSON.parse(sized.toString())).not.toThrow();
    const endless = await open();
    let read = 0;
    for await (const chunk of endless) {
      read += chunk.length;
      if (read > 5_000_000) break;
    }
    await vi.waitFor(async () => expect((await control.requests())[1]?.aborted).toBe(true));
  });

  test('a gzip bomb is small on the wire', async () => {
    await control.setFaults({ kind: 'gzip_bomb', bytes: 8_000_000 });
    const response = await open();
    expect(response.headers['content-encoding']).toBe('gzip');
    let wire = 0;
    response.on('data', (chunk: Buffer) => {
      wire += chunk.length;
    });
    let unpacked = 0;
    for await (const chunk of response.pipe(createGunzip())) unpacked += chunk.length;
    expect(unpacked).toBeGreaterThan(8_000_000);
    expect(wire).toBeLessThan(50_000);
  });

  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['deflate', 'deflate', inflateSync],
    ['raw deflate', 'deflate', inflateRawSync],
  ] as const)('encoded as %s, whatever was asked for', async (as, coding, unpack) => {
    await control.setFaults({ kind: 'encoded', as });
    const response = await open();
    expect(response.headers['content-encoding']).toBe(coding);
    const body: unknown = JSON.parse(unpack(await bytesOf(response)).toString());
    expect(listAt(body, 'calls')).toHaveLength(5);
  });

  test('ignores answers as if some parameters had not been sent', async () => {
    const right = await jsonOf(await open('/calls?limit=5&type=Inbound'));
    await control.setFaults({ kind: 'ignores', parameters: ['statuses', 'from'] });
    const path = '/calls?limit=5&type=Inbound&statuses=Nobody&from=2100-01-01T00:00:00Z';
    expect(await jsonOf(await open(path))).toEqual(right);
  });

  test('wrong order turns the list round', async () => {
    const oldest = await jsonOf(await open('/calls?limit=5&sort=asc'));
    const newest = await jsonOf(await open('/calls?limit=5'));
    await control.setFaults({ kind: 'wrong_order' });
    expect(await jsonOf(await open('/calls?limit=5&sort=asc'))).toEqual(newest);
    expect(await jsonOf(await open('/calls?limit=5&sort=desc'))).toEqual(oldest);
    expect(await jsonOf(await open('/calls?limit=5'))).toEqual(oldest);
  });

  test('misordered exchanges the first and the last record', async () => {
    const right = listAt(await jsonOf(await open()), 'calls');
    await control.setFaults({ kind: 'misordered' });
    const [one, two, three, four, five] = right;
    expect(listAt(await jsonOf(await open()), 'calls')).toEqual([five, two, three, four, one]);
    expect(listAt(await jsonOf(await open('/calls?limit=1')), 'calls')).toEqual([one]);
  });

  test('small pages are lowered, or the larger ones refused', async () => {
    await control.setFaults(
      { kind: 'small_pages', most: 3, how: 'lowered', times: 1 },
      { kind: 'small_pages', most: 3 },
    );
    const lowered = await jsonOf(await open('/calls?limit=20'));
    expect([listAt(lowered, 'calls').length, at(lowered, 'limit')]).toEqual([3, 3]);
    const refused = await open('/calls?limit=20');
    expect([refused.statusCode, await jsonOf(refused)]).toEqual([
      400,
      { message: 'limit must be at most 3' },
    ]);
    expect(listAt(await jsonOf(await open('/calls?limit=3')), 'calls')).toHaveLength(3);
  });

  test('reshaped replaces fields of the answer and leaves others out', async () => {
    await control.setFaults(
      { kind: 'reshaped', set: { count: '60', calls: null }, times: 1 },
      { kind: 'reshaped', without: ['offset', 'calls'] },
    );
    expect(await jsonOf(await open())).toEqual({ calls: null, count: '60', limit: 5, offset: 0 });
    expect(await jsonOf(await open())).toEqual({ count: 60, limit: 5 });
  });

  test('a count can be no number at all', async () => {
    await control.setFaults({ kind: 'nan_count' });
    const text = (await bytesOf(await open())).toString();
    expect(text.startsWith('{"count":NaN,"calls":[{')).toBe(true);
  });

  test('the list can be bare, or the answer wrapped', async () => {
    const right = await jsonOf(await open());
    await control.setFaults({ kind: 'bare_list', times: 1 }, { kind: 'wrapped', name: 'data' });
    expect(await jsonOf(await open())).toEqual(listAt(right, 'calls'));
    expect(await jsonOf(await open())).toEqual({ data: right });
    expect(await jsonOf(await open('/calls/unknown'))).toEqual({ message: 'Call not found' });
  });

  test('slow drip is the right answer in drops', async () => {
    await control.setFaults({ kind: 'slow_drip', bytes: 4000, ms: 5 });
    const response = await open();
    let drops = 0;
    response.on('data', () => {
      drops += 1;
    });
    const [size] = [Number(response.headers['content-length'])];
    await once(response, 'end');
    expect(drops).toBeGreaterThan(1);
    expect(size).toBeGreaterThan(4000);
  });
});

describe('the choice of requests', () => {
  test('by method, path, query and number of times', async () => {
    await control.setFaults({
      kind: 'status',
      status: 500,
      match: { method: 'get', path: '/calls', query: 'statuses=No answer' },
      times: 2,
    });
    const status = async (path: string) => {
      const response = await open(path);
      response.resume();
      return response.statusCode;
    };
    expect(await status('/calls?limit=1')).toBe(200);
    expect(await status('/calls?limit=1&statuses=No+answer')).toBe(500);
    expect(await status('/calls?limit=1&statuses=No%20answer')).toBe(500);
    expect(await status('/calls?limit=1&statuses=No%20answer')).toBe(200);
    await control.setFaults({ kind: 'status', status: 500, match: { method: 'POST' } });
    expect(await status('/calls?limit=1')).toBe(200);
    await control.setFaults({ kind: 'status', status: 500 });
    await control.clearFaults();
    expect(await status('/calls?limit=1')).toBe(200);
  });
});

describe('the switchboard', () => {
  test('lists what was asked, without the key', async () => {
    (await open('/calls?limit=1&search=%2B1')).resume();
    await fetch(`${upstream.url}/calls`, { headers: { authorization: 'Bearer wrong' } });
    await fetch(`${upstream.url}/calls`, { headers: { 'x-organization-id': 'org' } });
    const seen = await control.requests();
    expect(seen.map(({ path }) => path)).toEqual([
      '/api/v1/calls?limit=1&search=%2B1',
      '/api/v1/calls',
      '/api/v1/calls',
    ]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['right', 'wrong', 'missing']);
    expect(seen[2]?.headers['x-organization-id']).toBe('org');
    expect(seen.every(({ method, aborted }) => method === 'GET' && !aborted)).toBe(true);
    expect(JSON.stringify(seen)).not.toContain('demo-key');
  });

  test('inserts records as they are, and takes them back', async () => {
    const id = 'ffffffffffffffffffffffff';
    const call = {
      id,
      type: 'Inbound',
      status: 'Completed',
      created: '2026-11-18T17:30:00Z',
      x: 1,
    };
    await control.insertCalls(call, { id: 'broken', created: 7 }, 'not even an object');
    const page = await jsonOf(await open('/calls?limit=3'));
    expect(at(page, 'count')).toBe(63);
    const records = listAt(page, 'calls');
    expect(records).toContain('not even an object');
    expect(records).toContainEqual({ id: 'broken', created: 7 });
    expect(records[2]).toEqual(call);
    await control.insertCalls({ ...call, status: 'Failed' });
    const changed = await jsonOf(await open(`/calls/${id}`));
    expect(at(changed, 'status')).toBe('Failed');
    await control.restoreCalls();
    expect(at(await jsonOf(await open()), 'count')).toBe(60);
  });

  test.each([
    ['faults', '{"faults":[{"kind":"explode"}]}'],
    ['faults', '{"faults":[{"kind":"delay"}]}'],
    ['faults', '{"faults":[{"kind":"hang","surprise":1}]}'],
    ['faults', 'not json'],
    ['calls', '{"id":1}'],
  ])('refuses %s %s', async (name, body) => {
    const url = new URL(`/__control/${name}`, upstream.url);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(400);
  });
});
