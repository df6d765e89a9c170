import { createServer } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  aCall,
  aPage,
  connect,
  deferred,
  json,
  serve,
} from '@/lib/server/upstream/transport/socket.test-server';

const { id } = aCall();
const page = () => JSON.stringify(aPage('/?limit=50'));
const MIB = 1024 * 1024;

/** A server whose every answer is this one. */
const answering = (body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
  serve((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });

describe('what is sent', () => {
  test('the key, the organization and what may come back', async () => {
    const seen = deferred<Record<string, unknown>>();
    const { url, requests } = await serve((request, response) => {
      seen.resolve({ method: request.method, ...request.headers });
      json(response, 200, aPage(request.url));
    });
    const options = { organizationId: 'org-1', userAgent: 'callscope/0.1.0' };
    await connect(`${url}/`, options).listCalls({ search: 'a b+c&d', statuses: ['No answer'] });
    expect(await seen.promise).toMatchObject({
      method: 'GET',
      authorization: 'Bearer key-of-the-tests',
      'x-organization-id': 'org-1',
      'user-agent': 'callscope/0.1.0',
      'accept-encoding': 'identity',
    });
    expect(requests).toEqual([
      '/api/v1/calls?statuses=No%20answer&search=a%20b%2Bc%26d&sort=desc&limit=50',
    ]);
  });

  test('no organization when none is set', async () => {
    const seen = deferred<object>();
    const { url } = await serve((request, response) => {
      seen.resolve(request.headers);
      json(response, 200, aPage(request.url));
    });
    await connect(url).listCalls({});
    expect(await seen.promise).not.toHaveProperty('x-organization-id');
  });

  test.each(['@/lib/server/services/calls/calls', 'a/b', '', '%2e%2e', 'x'.repeat(65)])(
    '%j is no id to ask for',
    async (bad) => {
      const { url, requests } = await answering(page());
      await expect(connect(url).getCall(bad)).rejects.toMatchObject({ code: 'not_found' });
      expect(requests).toHaveLength(0);
    },
  );
});

describe('what comes back', () => {
  test('gzip and identity are read', async () => {
    const packed = await answering(gzipSync(page()), { 'content-encoding': 'gzip' });
    const plain = await answering(page(), { 'content-encoding': 'identity' });
    const expected = { calls: [aCall()], invalid: [], count: 12_993, limit: 50, offset: 0 };
    expect(await connect(packed.url).listCalls({})).toEqual(expected);
    expect(await connect(plain.url).listCalls({})).toEqual(expected);
  });

  test('a call without its secrets, a page with its bad record named', async () => {
    const call = aCall(1, { use_case: { id: 'u', hooks: [{ headers: { a: 'b' } }] } });
    const one = await answering(JSON.stringify(call));
    expect(await connect(one.url).getCall(id)).toEqual(aCall(1, { use_case: { id: 'u' } }));
    const list = await answering(
      JSON.stringify({ ...aPage('/?limit=50'), calls: [call, { ...aCall(2), id: '' }] }),
    );
    expect(await connect(list.url).listCalls({})).toMatchObject({
      calls: [aCall(1, { use_case: { id: 'u' } })],
      invalid: [{ id: '', problem: expect.stringContaining('id: ') }],
    });
  });

  const bare = { calls: [aCall()], invalid: [], limit: 50, offset: 0, count: 1 };
  test.each<[string, string | Buffer, Record<string, string>]>([
    ['a list by itself', JSON.stringify([aCall()]), {}],
    ['a list in a wrapper', JSON.stringify({ data: [aCall()] }), {}],
    ['numbers as text', JSON.stringify({ calls: [aCall()], count: '1', limit: '50' }), {}],
    ['a number that is none', `{"calls":[${JSON.stringify(aCall())}],"count":NaN}`, {}],
    ['deflate', deflateSync(JSON.stringify([aCall()])), { 'content-encoding': 'deflate' }],
  ])('%s is read', async (_, body, headers) => {
    const { url } = await answering(body, headers);
    expect(await connect(url).listCalls({})).toEqual(bare);
  });

  test('without a count a page that may not be the last promises one more', async () => {
    const calls = Array.from({ length: 20 }, (_, n) => aCall(n + 1));
    const { url } = await answering(JSON.stringify({ calls, offset: 0 }));
    const options = { background: true };
    expect(await connect(url).listCalls({ limit: 50 }, options)).toMatchObject({ count: 21 });
    const short = await answering(JSON.stringify({ calls, limit: 50, offset: 0 }));
    expect(await connect(short.url).listCalls({ limit: 50 })).toMatchObject({ count: 20 });
  });

  const useless: [string, Parameters<typeof answering>, string][] = [
    ['two codings', [page(), { 'content-encoding': 'gzip, br' }], 'compression'],
    ['broken gzip', ['not gzip', { 'content-encoding': 'gzip' }], 'compression is broken'],
    [
      'gzip cut short',
      [gzipSync(page()).subarray(0, 60), { 'content-encoding': 'gzip' }],
      'compression is broken',
    ],
    ['too much', [Buffer.alloc(33 * MIB, ' ')], 'larger than 32 MiB'],
    [
      'a gzip bomb',
      [gzipSync(Buffer.alloc(256 * MIB, ' ')), { 'content-encoding': 'gzip' }],
      'larger than 32 MiB',
    ],
    ['JSON cut short', [page().slice(0, -5)], 'not JSON, or was cut short'],
    ['nothing', [''], 'an empty answer'],
    ['text', ['"text"'], 'not an object'],
    ['no list', ['{"data":{}}'], 'without a list'],
    ['HTML', ['<html>', { 'content-type': 'text/html; charset=utf-8' }], 'web page'],
    ['a picture', [Buffer.from([137, 80, 78, 71]), { 'content-type': 'image/png' }], 'not JSON'],
    [
      'a redirect',
      ['', { location: 'https://platform.example/api/v1/calls?secret=1' }, 307],
      'redirects to https://platform.example: HAPPYROBOT_API_URL',
    ],
    ['a redirect nowhere', ['', {}, 302], 'redirects: HAPPYROBOT_API_URL'],
  ];

  test.each(useless)('%s is refused at once', async (_, answer, words) => {
    const { url, requests } = await answering(...answer);
    await expect(connect(url).listCalls({})).rejects.toMatchObject({
      code: 'upstream_invalid_response',
      message: expect.stringContaining(words),
    });
    expect(requests).toHaveLength(1);
  });

  test('a gzip stream that never yields anything is bounded too', async () => {
    const emptyBlocks = Buffer.alloc(MIB, Buffer.from([0x00, 0x00, 0x00, 0xff, 0xff]));
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(gzipSync('').subarray(0, 10));
      const pour = () => response.destroyed || response.write(emptyBlocks, pour);
      pour();
    });
    await expect(connect(url).listCalls({})).rejects.toMatchObject({
      code: 'upstream_invalid_response',
    });
  });

  test('another call than the one asked for is refused', async () => {
    const { url } = await answering(JSON.stringify(aCall(2)));
    await expect(connect(url).getCall(id)).rejects.toMatchObject({
      code: 'upstream_invalid_response',
    });
  });
});

describe('refusals', () => {
  const list = (url: string) => connect(url).listCalls({});
  const call = (url: string) => connect(url).getCall(id);

  test.each([
    [401, list, 'upstream_unauthorized', 'does not accept the API key'],
    [403, list, 'upstream_forbidden', 'does not let this API key'],
    [404, list, 'upstream_rejected', 'HAPPYROBOT_API_URL'],
    [404, call, 'not_found', 'knows no call'],
    [408, call, 'upstream_timeout', '408'],
    [418, call, 'upstream_rejected', 'status 418, saying: Not today.'],
    [500, list, 'upstream_failed', 'status 500'],
  ])('%d', async (status, ask, code, words) => {
    const { url } = await answering('{"message":"Not today"}', {}, status);
    await expect(ask(url)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  test.each([
    ['<b>markup</b>'],
    ['x'.repeat(201)],
    ['two\nlines'],
    ['Bearer KEY-OF-THE'],
    [Buffer.from('Bearer key-of-the-tests and more').toString('base64')],
  ])('%j is not quoted', async (message) => {
    const { url } = await answering(JSON.stringify({ message }), {}, 422);
    await expect(list(url)).rejects.toMatchObject({
      message: 'HappyRobot rejected the request with status 422.',
    });
  });
});

describe('no answer at all', () => {
  const port = async (handle: Parameters<typeof createServer>[1], close = false) => {
    const server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (close) await new Promise((resolve) => server.close(resolve));
    else onTestFinished(() => void server.close());
    return typeof address === 'object' ? address?.port : undefined;
  };

  test.each([
    ['http', async () => port(() => undefined, true), 'upstream_unreachable', 'was refused'],
    [
      'http',
      async () => port((socket) => socket.destroy()),
      'upstream_unreachable',
      'connection was',
    ],
    [
      'https',
      async () => port((socket) => socket.end('HTTP/1.1 400\r\n\r\n')),
      'upstream_unreachable',
      'TLS',
    ],
    [
      'http',
      async () => port((socket) => socket.end('hello\r\n\r\n')),
      'upstream_invalid_response',
      'not HTTP',
    ],
  ])('over %s', async (scheme, listen, code, words) => {
    const upstream = connect(`${scheme}://127.0.0.1:${await listen()}`);
    await expect(upstream.listCalls({})).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test('from a name that does not exist', async () => {
    await expect(connect('http://callscope.invalid').listCalls({})).rejects.toMatchObject({
      code: 'upstream_unreachable',
      message: expect.stringContaining('DNS'),
    });
  });

  test('a key that no header can carry is told apart from a network that fails', async () => {
    const { url } = await answering(page());
    const upstream = connect(url, { apiKey: 'line\nbreak' });
    await expect(upstream.listCalls({})).rejects.toMatchObject({
      code: 'internal_error',
      message: expect.stringContaining('HAPPYROBOT_API_KEY'),
    });
  });
});
