import { describe, expect, test, vi } from 'vitest';
import {
  aCall,
  connect,
  type Handler,
  json,
  serve,
} from '@/lib/server/upstream/transport/socket.test-server';

const { id } = aCall();
const url = 'https://storage.example/a.wav';

async function find(handler: Handler) {
  const { url: at, requests } = await serve(handler);
  const upstream = connect(at);
  return { upstream, requests, recording: upstream.getRecording(id) };
}

test.each([
  [401, 'upstream_unauthorized'],
  [403, 'upstream_forbidden'],
  [400, 'upstream_rejected'],
  [500, 'upstream_failed'],
])('status %i is %s', async (status, code) => {
  const { recording } = await find((_, response) => json(response, status, {}));
  await expect(recording).rejects.toMatchObject({ code });
});

test.each([
  [202, 'not_ready'],
  [404, 'unknown'],
  [405, 'unknown'],
  [409, 'not_ready'],
  [410, 'gone'],
  [501, 'unknown'],
])('status %i: there is none, %s', async (status, missing) => {
  const { recording } = await find((_, response) => json(response, status, { url }));
  expect(await recording).toEqual({ parts: [], missing });
});

test.each([
  ['a page for people', { 'content-type': 'text/html' }, '<h1>Sign in</h1>'],
  ['a redirection to nowhere', { location: 'https://' }, ''],
])('%s is no answer', async (_, headers, body) => {
  const status = 'location' in headers ? 302 : 200;
  const { recording } = await find((__, response) => response.writeHead(status, headers).end(body));
  await expect(recording).rejects.toMatchObject({ code: 'upstream_invalid_response' });
});

test('it is asked for again where HappyRobot fails for a moment, once for all who ask', async () => {
  const { upstream, requests, recording } = await find((_, response, number) =>
    number === 1 ? json(response, 503, {}) : json(response, 200, { url }),
  );
  const [one, other] = await Promise.all([recording, upstream.getRecording(id)]);
  expect(one.parts).toEqual([{ session: null, url, start: null }]);
  expect(other).toBe(one);
  expect(requests).toEqual(Array.from({ length: 2 }, () => `/api/v1/calls/${id}/recording`));
});

test('an address that repeats the key does not leave with it', async () => {
  const key = 'key-of-the-tests';
  const { recording } = await find((_, response) =>
    json(response, 200, { url: `${url}?k=${key}` }),
  );
  expect(JSON.stringify(await recording)).not.toContain(key);
});

test('sound that HappyRobot serves itself is asked for with the key, and by session', async () => {
  const { upstream, requests } = await find((request, response) => {
    expect(request.headers.authorization).toBe('Bearer key-of-the-tests');
    response.writeHead(206, { 'content-type': 'audio/wav' }).end(request.headers.range);
  });
  const { signal } = new AbortController();
  const sound = await upstream.openSound(id, 'a b', { range: 'bytes=5-9', signal });
  expect([sound.status, Buffer.concat(await sound.body.toArray()).toString()]).toEqual([
    206,
    'bytes=5-9',
  ]);
  expect(requests.at(-1)).toBe(`/api/v1/calls/${id}/recording?session_id=a%20b`);
});

describe('an answer without a type', () => {
  const itself = { session: null, url: null, start: null };
  const wav = Buffer.concat([Buffer.from('RIFF....WAVEfmt '), Buffer.alloc(100_000)]);

  test.each<[string, Buffer, object, object[]]>([
    ['a small sound', wav.subarray(0, 1_000), { 'content-length': 1_000 }, [itself]],
    ['a sound of unknown length', wav, {}, [itself]],
    ['a sound that comes in crumbs', wav.subarray(0, 20), {}, [itself]],
    [
      'a large sound of unknown format',
      Buffer.alloc(70_000),
      { 'content-length': 70_000 },
      [itself],
    ],
    ['an address', Buffer.from(url), {}, [{ ...itself, url }]],
    ['an address in JSON', Buffer.from(`{"url":"${url}"}`), {}, [{ ...itself, url }]],
    ['a word', Buffer.from('soon'), {}, []],
    ['nothing', Buffer.alloc(0), {}, []],
  ])('%s', async (name, body, headers, parts) => {
    const { recording } = await find((_, response) => {
      response.writeHead(200, { ...headers });
      if (!name.includes('crumbs')) return response.end(body);
      const crumbs = [...body].map((byte) => Buffer.of(byte));
      const timer = setInterval(() => {
        const crumb = crumbs.shift();
        if (crumb) response.write(crumb);
        else response.end(() => clearInterval(timer));
      }, 2);
    });
    expect((await recording).parts).toEqual(parts);
  });
});

test('a sound without a type is let go of once it is known', async () => {
  const gone = vi.fn();
  const { recording } = await find((_, response) => {
    response.writeHead(200).write('RIFF....WAVEfmt ');
    response.on('close', gone);
  });
  expect((await recording).parts).toEqual([{ session: null, url: null, start: null }]);
  await vi.waitFor(() => expect(gone).toHaveBeenCalled());
});

test('recordings that fail hold off no question, and say nothing about whether HappyRobot answers', async () => {
  const { url: at } = await serve((request, response) =>
    request.url.endsWith('/recording') ? json(response, 500, {}) : json(response, 200, aCall()),
  );
  const breakerChanged = vi.fn();
  const upstream = connect(at, { watch: { asked: () => undefined, breakerChanged } });
  for (let n = 0; n < 3; n += 1)
    await expect(upstream.getRecording(id)).rejects.toMatchObject({
      code: expect.stringMatching('upstream_'),
    });
  expect(await upstream.getCall(id)).toMatchObject({ id });
  expect(breakerChanged).not.toHaveBeenCalled();
});

test('sounds that are slow to begin hold up no question', async () => {
  const { url: at, requests } = await serve((request, response) => {
    if (!request.url.includes('/recording')) json(response, 200, aCall());
  });
  const upstream = connect(at);
  const leaving = Array.from({ length: 10 }, () => new AbortController());
  const sounds = leaving.flatMap(({ signal }, n) => [
    upstream.openSound(id, null, { range: undefined, signal }),
    upstream.getRecording(aCall(n).id, { signal }),
  ]);
  await vi.waitFor(() => expect(requests.length).toBe(4));
  expect(await upstream.getCall(id)).toMatchObject({ id });
  for (const each of leaving) each.abort();
  for (const sound of await Promise.allSettled(sounds)) expect(sound.status).toBe('rejected');
});
