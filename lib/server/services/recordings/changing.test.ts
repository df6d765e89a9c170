import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { OF_SOUND, startWorld, wavOf, worldAt } from './recordings.test-world';

const WAV = wavOf(50_000);
type Say = { headers?: Record<string, string>; cut?: number; body?: Buffer };

/** Sends what was asked for, as a storage does. */
function part(request: IncomingMessage, response: ServerResponse, say: Say = {}) {
  const { headers = {}, cut, body = WAV } = say;
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const [first, last] = [Number(from), Math.min(Number(to || body.length), body.length - 1)];
  response.writeHead(206, {
    'content-type': 'audio/wav',
    'content-range': `bytes ${first}-${last}/${body.length}`,
    ...headers,
  });
  if (cut === undefined) response.end(body.subarray(first, last + 1));
  else response.write(body.subarray(first, first + cut), () => response.socket?.resetAndDestroy());
}

/** A world whose storage answers the second question, the first for all of it, and the third, each in its own way. */
async function worldOf(...answers: ((...exchange: Parameters<typeof part>) => void)[]) {
  let asked = 0;
  const world = await worldAt((request, response) => {
    const answer = answers[asked] ?? part;
    asked += 1;
    answer(request, response);
  });
  return { ...world, asked: () => asked };
}

const page = (_: IncomingMessage, response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>');

test('a page in the place of the sound is never sent: the address is asked for anew', async () => {
  const world = await worldOf(part, page);
  expect((await world.hear()).bytes.equals(WAV)).toBe(true);
  const requests = await world.control.requests();
  expect(requests.filter(({ path }) => path.endsWith('/recording'))).toHaveLength(2);
});

test('a page there as well is refused', async () => {
  const world = await worldOf(part, page, page);
  await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
  expect(world.asked()).toBe(3);
});

test('what is accepted and not there yet is no sound of another kind', async () => {
  const world = await worldAt((_, response) => {
    response.writeHead(202, { 'content-type': 'application/json' }).end('{}');
  });
  await expect(world.hear()).rejects.toMatchObject({ code: 'recording_unavailable' });
});

test.each([
  [400, 1],
  [402, 1],
  [407, 1],
  [418, 1],
  [451, 1],
  [408, 0],
  [429, 0],
  [503, 0],
])('after status %i the address is asked for %i times', async (status, times) => {
  const world = await startWorld();
  await world.hear();
  await world.control.clearRequests();
  await world.control.setFaults({ kind: 'status', status, match: OF_SOUND, times: 1 });
  expect((await world.hear()).bytes).toHaveLength(64_058);
  const requests = await world.control.requests();
  expect(requests.filter(({ path }) => path.endsWith('/recording'))).toHaveLength(times);
});

test('what has another version in the middle is not put behind what came', async () => {
  const tagged =
    (etag: string, cut?: number): typeof part =>
    (request, response) =>
      part(request, response, { headers: { etag }, ...(cut && { cut }) });
  const changed = await worldOf(tagged('"a"'), tagged('"a"', 20_000), tagged('"b"'));
  await expect(changed.hear()).rejects.toMatchObject({ code: 'recording_refused' });
  // What was known of it is looked at anew.
  await changed.hear();
  expect(changed.asked()).toBe(5);
  for (const [one, other] of [
    ['"a"', '"a"'],
    ['W/"a"', 'W/"b"'],
    ['"a"', ''],
  ] as const) {
    const world = await worldOf(tagged(one), tagged(one, 20_000), tagged(other));
    expect((await world.hear()).bytes.equals(WAV)).toBe(true);
  }
});

test('what has become shorter than where one is is looked at anew', async () => {
  const short = wavOf(100);
  const world = await worldOf(
    part,
    (_, response) => response.writeHead(416).end(),
    (request, response) => part(request, response, { body: short }),
    (request, response) => part(request, response, { body: short }),
  );
  await expect(world.hear({ range: 'bytes=40000-' })).rejects.toMatchObject({
    code: 'recording_refused',
  });
  expect((await world.hear()).bytes.equals(short)).toBe(true);
});

test('a part that nobody asked for is not taken for the whole', async () => {
  const headers = { 'content-range': 'bytes 0-4095/*' };
  const world = await worldOf(
    (request, response) => part(request, response, { headers }),
    (_, response) =>
      response
        .writeHead(206, { 'content-type': 'audio/wav', ...headers })
        .end(WAV.subarray(0, 4096)),
  );
  await expect(world.hear()).rejects.toMatchObject({ code: 'recording_unavailable' });
});

test('what is packed twice over is packed', async () => {
  const world = await worldAt((_, response) => {
    response.setHeader('content-encoding', ['gzip', 'br']);
    response.writeHead(200, { 'content-type': 'audio/wav' }).end(WAV);
  });
  await expect(world.hear()).rejects.toMatchObject({ code: 'recording_unavailable' });
});
