import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { FaultRequest } from '@/lib/demo/control/faults';
import { CALL, CANARY_KEY, OF_ADDRESS, OF_SOUND, serve, startWorld } from './recordings.test-world';

test('a recording is streamed whole, and its shape is that of its two sides', async () => {
  const world = await startWorld();
  const { status, type, headers, bytes } = await world.hear();
  expect([status, type, headers]).toEqual([
    200,
    'audio/wav',
    { 'accept-ranges': 'bytes', 'content-length': '64058' },
  ]);
  expect([bytes.length, bytes.toString('latin1', 0, 4)]).toEqual([64_058, 'RIFF']);
  const { sessions } = await world.waveform();
  expect(sessions).toEqual([
    {
      session: null,
      type: 'audio/wav',
      duration: 4,
      start: 0,
      channels: 2,
      peaks: expect.anything(),
    },
  ]);
  const loud = (channel: number, from: number, to: number) =>
    Math.max(...(sessions[0]?.peaks?.[channel]?.slice(from * 200, to * 200) ?? []));
  expect(loud(0, 0.6, 1.8)).toBeGreaterThan(0.2);
  expect(loud(1, 0, 1.9)).toBe(0);
  expect(loud(1, 2, 2.8)).toBeGreaterThan(0.2);
  expect(loud(0, 2.1, 4)).toBe(0);
});

describe('ranges', () => {
  test.each<[string, Omit<FaultRequest & { kind: 'sound' }, 'kind'> | undefined]>([
    ['of a storage that honors them', undefined],
    ['of a storage that sends everything', { whole: true }],
    ['of what HappyRobot serves itself', { form: 'sound' }],
  ])('%s are those of a plain model', async (_, traits) => {
    const world = await startWorld({ seconds: 0.5 });
    if (traits) await world.control.setFaults({ kind: 'sound', match: OF_ADDRESS, ...traits });
    const { bytes: whole } = await world.hear();
    const size = whole.length;
    const edge = fc.oneof(
      fc.constantFrom(0, 1, 57, 58, size - 2, size - 1, size, size + 1, 10 * size),
      fc.nat(size),
    );
    const range = fc.oneof(
      fc.tuple(edge, edge).map(([first, last]) => `bytes=${first}-${last}`),
      edge.map((first) => `bytes=${first}-`),
      edge.map((count) => `bytes=-${count}`),
      fc.constantFrom('bytes=-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b', ''),
    );
    await fc.assert(
      fc.asyncProperty(range, async (asked) => {
        const { status, headers, bytes } = await world.hear({ range: asked });
        const model = modelOf(asked, whole);
        expect([asked, status, headers['content-range']]).toEqual([
          asked,
          model.status,
          model.range,
        ]);
        if (model.status !== 416) expect(bytes.equals(model.bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  /** What RFC 9110 says, as plainly as it can be written. */
  function modelOf(header: string, whole: Buffer) {
    const size = whole.length;
    const wanted = /^bytes=(\d*)-(\d*)$/.exec(header);
    const every = Array.from(whole.keys());
    if (!wanted || header === 'bytes=-') return { status: 200, bytes: whole };
    const [first, last] = [wanted[1], wanted[2]];
    if (first && last && Number(last) < Number(first)) return { status: 200, bytes: whole };
    const there = every.filter((n) =>
      first ? n >= Number(first) && (!last || n <= Number(last)) : n >= size - Number(last),
    );
    if (there.length === 0) return { status: 416, range: `bytes */${size}`, bytes: whole };
    const [from = 0, to = 0] = [there[0], there.at(-1)];
    const range = `bytes ${from}-${to}/${size}`;
    return { status: 206, range, bytes: Buffer.from(there.map((n) => whole[n] ?? 0)) };
  }
});

describe('in the middle of playing', () => {
  test.each<[string, FaultRequest[]]>([
    [
      'an address that has expired is asked for anew',
      [
        { kind: 'reset', afterBytes: 30_000, match: OF_SOUND, times: 1 },
        { kind: 'status', status: 403, match: OF_SOUND, times: 1 },
      ],
    ],
    [
      'a connection that breaks again and again is made again',
      [
        { kind: 'reset', afterBytes: 20_000, match: OF_SOUND, times: 1 },
        { kind: 'reset', afterBytes: 0, match: OF_SOUND, times: 1 },
        { kind: 'reset', afterBytes: 3, match: OF_SOUND, times: 1 },
      ],
    ],
    [
      'a storage that fails for a moment is asked again',
      [
        { kind: 'reset', afterBytes: 100, match: OF_SOUND, times: 1 },
        { kind: 'status', status: 503, match: OF_SOUND, times: 1 },
      ],
    ],
  ])('%s, and every byte is as it was', async (_, faults) => {
    const world = await startWorld();
    const { bytes: whole } = await world.hear();
    await world.control.clearRequests();
    await world.control.setFaults(...faults);
    const { bytes } = await world.hear();
    expect(bytes.equals(whole)).toBe(true);
    const requests = await world.control.requests();
    const [, ...later] = requests.filter(({ path }) => path.startsWith('/recordings/'));
    expect(later.length).toBe(faults.length);
    // It goes on from where it was, not from the beginning.
    for (const { headers } of later) expect(headers.range).toMatch(/^bytes=[1-9]/);
    const isAnew = faults.some((fault) => fault.kind === 'status' && fault.status === 403);
    expect(requests.some(({ path }) => path.includes('/calls/'))).toBe(isAnew);
  });

  test('another sound in its place is not put behind the first', async () => {
    const world = await startWorld();
    await world.hear();
    await world.lay({ duration: 5 });
    await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
    expect((await world.hear()).bytes).toHaveLength(80_058);
  });

  test('who leaves ends the request to the storage', async () => {
    const world = await startWorld({ seconds: 600 });
    await world.control.setFaults({ kind: 'slow_drip', bytes: 2_000, ms: 20, match: OF_SOUND });
    const leaving = new AbortController();
    const { body } = await world.sound({}, 'reviewer', leaving.signal);
    const pieces = body[Symbol.asyncIterator]();
    await pieces.next();
    const waiting = pieces.next().then(() => pieces.next());
    leaving.abort();
    await expect(waiting).rejects.toThrow();
    await vi.waitFor(async () => {
      const requests = await world.control.requests();
      expect(requests.at(-1)).toMatchObject({ aborted: true, status: 206 });
    });
  });
});

describe('where a recording lies', () => {
  test.each(['json', 'text', 'redirect', 'sound'] as const)('can be told as %s', async (form) => {
    const world = await startWorld();
    const usual = await world.hear();
    const other = await startWorld();
    await other.control.setFaults({ kind: 'sound', form, match: OF_ADDRESS });
    expect((await other.hear()).bytes.equals(usual.bytes)).toBe(true);
  });

  test('can be several places: they are one line', async () => {
    const world = await startWorld();
    await world.control.setFaults({ kind: 'sound', form: 'sessions', match: OF_ADDRESS });
    expect((await world.hear({ session: 'second' })).status).toBe(200);
    await expect(world.hear({ session: 'third' })).rejects.toMatchObject({ code: 'no_recording' });
    const { sessions } = await world.waveform();
    expect(sessions.map(({ session, start }) => [session, start])).toEqual([
      ['first', 0],
      ['second', 4],
    ]);
  });

  test.each([
    ['http://127.0.0.1:9', false],
    ['http://storage.example/a.wav', true],
    ['https://10.0.0.8/a.wav', true],
    ['https://[fd00::8]/a.wav', true],
    ['https://[::ffff:10.0.0.8]/a.wav', true],
    ['https://169.254.169.254/latest/meta-data', true],
    ['https://0x7f000001/', false],
    ['https://2130706433/', false],
    ['https://user:secret@storage.example/a.wav', true],
  ])('must not be %s', async (address, local) => {
    for (const form of ['json', 'redirect'] as const) {
      const world = await startWorld({ storage: { local } });
      await world.control.setFaults({ kind: 'sound', form, address, match: OF_ADDRESS });
      await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
    }
  });

  test.each([[['127.0.0.1']], [['93.184.216.34', '10.1.2.3']], [['fe80::1']]])(
    'must not be a name that leads to %o',
    async (addresses) => {
      const looked: string[] = [];
      const world = await startWorld({
        storage: {
          local: false,
          resolve: (hostname, _options, told) => {
            looked.push(hostname);
            const family = (address: string) => (address.includes(':') ? 6 : 4);
            told(
              null,
              addresses.map((address) => ({ address, family: family(address) })),
            );
          },
        },
      });
      const address = 'https://rebinding.example/a.wav';
      await world.control.setFaults({ kind: 'sound', address, match: OF_ADDRESS });
      await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
      expect(looked).toEqual(['rebinding.example']);
    },
  );

  test.each([
    'https://10.0.0.8/a.wav',
    'http://storage.example/',
    'https://localhost.example@10.1.1.1/',
  ])('must not lead on to %s', async (location) => {
    const world = await startWorld();
    await world.control.setFaults({ kind: 'redirect', location, match: OF_SOUND });
    await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
  });

  test('may lead on three times, not four', async () => {
    let left = 3;
    const world = await startWorld();
    const origin = await serve((request, response) => {
      const [, n = '0'] = /(\d+)$/.exec(request.url ?? '') ?? [];
      if (Number(n) < left) response.writeHead(302, { location: `/${Number(n) + 1}` }).end();
      else
        response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': 3 }).end('ID3');
    });
    await world.control.setFaults({ kind: 'sound', address: `${origin}/0`, match: OF_ADDRESS });
    expect((await world.hear()).bytes.toString()).toBe('ID3');
    left = 4;
    await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
  });

  test('is never told a credential of ours', async () => {
    const world = await startWorld();
    const seen: string[] = [];
    const origin = await serve((request, response) => {
      seen.push(JSON.stringify([request.url, request.rawHeaders]));
      if (request.url === '/moved') response.writeHead(302, { location: '/there' }).end();
      else response.writeHead(200, { 'content-type': 'audio/wav' }).end('RIFF');
    });
    for (const form of ['json', 'text', 'redirect'] as const) {
      await world.control.setFaults({
        kind: 'sound',
        form,
        address: `${origin}/moved`,
        match: OF_ADDRESS,
      });
      await world.hear().catch(() => undefined);
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.join('').toLowerCase()).not.toMatch(
      new RegExp(`${CANARY_KEY}|authorization|cookie|organization|referer`),
    );
  });
});

describe('what is not played', () => {
  const answerWith = async (headers: Record<string, string>, body: string | Buffer) => {
    const world = await startWorld();
    const origin = await serve((_, response) => response.writeHead(200, headers).end(body));
    await world.control.setFaults({ kind: 'sound', address: `${origin}/`, match: OF_ADDRESS });
    return world;
  };

  test.each([
    [{ 'content-type': 'text/html' }, '<h1>Sign in</h1>', 'recording_refused'],
    [{ 'content-type': 'video/mp4' }, 'xxxxftyp', 'recording_refused'],
    [{ 'content-type': 'application/octet-stream' }, 'MZ...', 'recording_refused'],
    [{}, 'plain words', 'recording_refused'],
    [{ 'content-type': 'audio/wav' }, '', 'recording_unavailable'],
    [{ 'content-type': 'audio/wav', 'content-encoding': 'gzip' }, 'RIFF', 'recording_unavailable'],
  ])('%o with %j', async (headers, body, code) => {
    const world = await answerWith(headers, body);
    await expect(world.hear()).rejects.toMatchObject({ code });
  });

  test.each([
    ['application/octet-stream', 'ID3...'],
    ['binary/octet-stream', 'ID3...'],
    ['Audio/MPEG; x=1', 'no magic'],
  ])('%s is judged by its first bytes where it says nothing', async (type, body) => {
    const world = await answerWith({ 'content-type': type }, body);
    expect(await world.hear()).toMatchObject({ type: 'audio/mpeg', bytes: Buffer.from(body) });
    expect((await world.waveform()).sessions).toMatchObject([
      { type: 'audio/mpeg', duration: null, channels: null, peaks: null },
    ]);
  });

  test('more than 200 MB, told or not', async () => {
    const world = await startWorld();
    const seconds = (200 * 1024 * 1024) / 16_000;
    await world.control.setFaults({ kind: 'sound', seconds: seconds + 1, match: OF_ADDRESS });
    await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
    const endless = async function* () {
      for (;;) yield Buffer.alloc(1024 * 1024, 'ID3');
    };
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' });
      pipeline(Readable.from(endless()), response).catch(() => undefined);
    });
    const other = await startWorld();
    await other.control.setFaults({ kind: 'sound', address: `${origin}/`, match: OF_ADDRESS });
    const { body, headers } = await other.sound();
    expect(headers).toEqual({ 'accept-ranges': 'none' });
    let sent = 0;
    const read = async () => {
      for await (const each of body) sent += each.length;
    };
    await expect(read()).rejects.toMatchObject({ code: 'recording_refused' });
    expect(sent).toBeLessThanOrEqual(200 * 1024 * 1024);
  });
});

describe('no recording', () => {
  test.each<[string, string, { lay?: object; before?: boolean; fault?: FaultRequest }]>([
    [
      'none',
      'of a call that nobody answered',
      { lay: { metadata: {}, status: 'No answer', duration: 0 } },
    ],
    ['not_ready', 'of a call that goes on', { lay: { status: 'In progress', duration: null } }],
    [
      'not_ready',
      'of a call that has just ended',
      {
        lay: { created: new Date(Date.now() - 30_000).toISOString() },
        fault: { kind: 'status', status: 404, match: { path: '/recording' } },
      },
    ],
    [
      'not_ready',
      'that HappyRobot still makes',
      { fault: { kind: 'status', status: 202, match: { path: '/recording' } } },
    ],
    [
      'gone',
      'that HappyRobot deleted',
      { fault: { kind: 'status', status: 410, match: { path: '/recording' } } },
    ],
    [
      'gone',
      'where others are there',
      { before: true, fault: { kind: 'status', status: 404, match: { path: '/recording' } } },
    ],
    [
      'not_ready',
      'where its address leads nowhere yet',
      {
        lay: { created: new Date(Date.now() - 30_000).toISOString() },
        fault: { kind: 'status', status: 404, match: OF_SOUND },
      },
    ],
    [
      'gone',
      'where its address leads nowhere',
      { before: true, fault: { kind: 'status', status: 404, match: OF_SOUND } },
    ],
    [
      'not_offered',
      'where none was ever there',
      { fault: { kind: 'status', status: 404, match: { path: '/recording' } } },
    ],
  ])('%s: %s', async (reason, _, { lay, before, fault }) => {
    const world = await startWorld();
    if (before) {
      const other = { id: `${'0'.repeat(23)}1` };
      await world.lay(other);
      await world.service.waveform(other.id, { who: { role: 'manager', account: null } });
    }
    if (lay) await world.lay(lay);
    if (fault) await world.control.setFaults(fault);
    await expect(world.hear()).rejects.toMatchObject({ code: 'no_recording', extra: { reason } });
    expect(await world.waveform()).toEqual({ id: CALL, sessions: [], reason });
  });

  test('a call that nobody knows is not found', async () => {
    const world = await startWorld();
    const who = { who: { role: 'manager', account: null } } as const;
    await expect(world.service.sound(`${'0'.repeat(24)}`, {}, who)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

test('viewers hear and see nothing; only managers take it along, under a name that says which call it was', async () => {
  const world = await startWorld();
  await expect(world.sound({}, 'viewer')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.waveform('viewer')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.sound({ download: true })).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await world.control.requests()).toEqual([]);
  const { headers } = await world.sound({ download: true }, 'manager');
  expect(headers['content-disposition']).toBe(
    `attachment; filename="callscope-recording-2025-11-01-0000-utc-${CALL}.wav"`,
  );
});

describe('who listened is told', () => {
  const one = [{ call: CALL, user: 'reviewer@example.com' }, 'heard'];

  test('once for all requests of a player, by call and person and nothing else', async () => {
    const world = await startWorld();
    for (const range of [null, 'bytes=0-1', 'bytes=0-', 'bytes=100-', 'bytes=40000-50000'])
      await world.hear({ range });
    expect(world.listened).toEqual([one]);
    await world.service.sound(CALL, {}, { who: { role: 'manager', account: null } }).then(all);
    expect(world.listened).toEqual([one, [{ call: CALL, user: undefined }, 'heard']]);
  });

  test('once for all sessions of a call', async () => {
    const world = await startWorld();
    await world.control.setFaults({ kind: 'sound', form: 'sessions', match: OF_ADDRESS });
    const { sessions } = await world.waveform();
    expect(sessions.length).toBeGreaterThan(1);
    for (const { session } of sessions) await world.hear({ session: session ?? undefined });
    expect(world.listened).toEqual([one]);
  });

  test.each([
    'bytes=1-',
    'bytes=100-',
    'bytes=-64057',
    'bytes=65535-65536',
    'bytes=0-1',
    'bytes=0-65535',
    'bytes=1-65535',
    'bytes=1-2',
    'bytes=2-2',
    'lines=1-2',
    '',
  ])('for the range %j', async (range) => {
    const world = await startWorld({ seconds: 5 });
    await world.hear({ range });
    expect(world.listened).toEqual([one]);
  });

  test('not for asking why it fails, drawing it, what is refused or a HEAD', async () => {
    const world = await startWorld({ seconds: 5 });
    for (const range of ['bytes=1-1', 'bytes=999999-'])
      expect((await world.hear({ range })).bytes.length).toBeGreaterThan(0);
    await world.waveform();
    await world.hear({ isHead: true });
    expect(world.listened).toEqual([]);
  });

  test('for a file whatever part of it is taken, beside having heard it', async () => {
    const world = await startWorld({ seconds: 5 });
    await world.hear();
    for (const range of ['bytes=1-1', null])
      await all(await world.sound({ download: true, range }, 'manager'));
    expect(world.listened).toEqual([
      one,
      [{ call: CALL, user: 'manager@example.com' }, 'downloaded'],
    ]);
  });

  async function all({ body }: { body: AsyncIterable<Uint8Array> }) {
    for await (const piece of body) expect(piece.length).toBeGreaterThan(0);
  }
});

test('an address is asked for once in minutes, and every request for sound is counted', async () => {
  const world = await startWorld();
  for (let n = 0; n < 3; n += 1) await world.hear({ range: 'bytes=0-9' });
  const requests = await world.control.requests();
  expect(requests.filter(({ path }) => path.endsWith('/recording'))).toHaveLength(1);
  expect(world.asked.map(({ subject, code }) => [subject, code])).toEqual(
    Array.from({ length: 4 }, () => ['sound', undefined]),
  );
});
