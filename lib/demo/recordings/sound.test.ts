import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoControl } from '@/lib/demo/control/control';
import { at, textAt } from '@/lib/demo/json';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { createAddresses } from './address';
import { soundOf } from './sound';

const call = { id: '0123456789abcdef01234567', duration: 6 };
const transcript = {
  start_time: 100,
  messages: [
    { role: 'system', content: 'Be brief', start: 100, end: 100 },
    { role: 'assistant', content: 'Hello', start: 101, end: 103 },
    { role: 'user', content: 'Hi', start: 103, end: 105 },
    { role: 'tool', content: '{}', start: 105, end: 106 },
  ],
};

function all({ size, bytes }: ReturnType<typeof soundOf>): Buffer {
  return Buffer.concat([...bytes(0, size - 1)]);
}

/** Whether anything but silence is on a side between two seconds. */
function isLoud(sound: Buffer, side: 0 | 1, from: number, to: number): boolean {
  const frames = sound.subarray(58 + from * 16_000, 58 + to * 16_000);
  return frames.some((byte, n) => n % 2 === side && byte !== 0xff);
}

test('each side is heard where the transcript has it, and nowhere else', () => {
  const sound = all(soundOf(call, transcript, 6));
  expect(sound).toHaveLength(58 + 6 * 16_000);
  expect([isLoud(sound, 0, 1, 3), isLoud(sound, 1, 3, 5)]).toEqual([true, true]);
  expect([isLoud(sound, 0, 0, 1), isLoud(sound, 0, 3, 6)]).toEqual([false, false]);
  expect([isLoud(sound, 1, 0, 3), isLoud(sound, 1, 5, 6)]).toEqual([false, false]);
});

test('the same call sounds the same, from wherever it is read; another one does not', () => {
  const sound = soundOf(call, transcript, 6);
  const whole = all(sound);
  expect(all(soundOf(call, transcript, 6)).equals(whole)).toBe(true);
  for (const [first, last] of [
    [0, 0],
    [57, 58],
    [20_001, 60_000],
    [whole.length - 1, whole.length - 1],
  ] as const)
    expect(
      Buffer.concat([...sound.bytes(first, last)]).equals(whole.subarray(first, last + 1)),
    ).toBe(true);
  const other = all(soundOf({ ...call, id: 'another' }, transcript, 6));
  expect(other.equals(whole)).toBe(false);
});

test('an address is good for some minutes, and only as it was signed', () => {
  let now = Date.parse('2026-11-18T17:42:11Z');
  const addresses = createAddresses(() => now);
  const url = addresses.sign('http://127.0.0.1:1', 'a/b', { seconds: 7200, type: '' });
  expect(addresses.open(new URL(url))).toMatchObject({
    id: 'a/b',
    traits: { seconds: 7200, type: '' },
  });
  expect(addresses.open(new URL(url.replace('7200', '7201')))).toBeUndefined();
  expect(addresses.open(new URL(`${url}0`))).toBeUndefined();
  now += 5 * 60_000 + 1;
  expect(addresses.open(new URL(url))).toBeUndefined();
});

describe('over HTTP', () => {
  let demo: DemoUpstream;
  beforeAll(async () => {
    demo = await startDemoUpstream({ calls: 60, control: true });
  });
  afterAll(() => demo.close());

  const ask = (path: string, headers = {}) =>
    fetch(`${demo.url}${path}`, { headers: { authorization: 'Bearer demo-key', ...headers } });

  test('calls that were answered have a recording, the others do not', async () => {
    const page: unknown = await (await ask('/calls?limit=60')).json();
    const calls = at(page, 'calls');
    const kinds = new Set<string>();
    for (const each of Array.isArray(calls) ? calls : []) {
      const isRecorded = textAt(each, 'metadata', 'recording_sid') !== undefined;
      const answer = await ask(`/calls/${textAt(each, 'id')}/recording`);
      const expected = isRecorded && Number(at(each, 'duration') ?? 0) > 0 ? 200 : 404;
      kinds.add(`${answer.status}`);
      expect([textAt(each, 'id'), answer.status]).toEqual([textAt(each, 'id'), expected]);
      if (answer.status !== 200) continue;
      const url = textAt(await answer.json(), 'url') ?? '';
      const head = await fetch(url, { headers: { range: 'bytes=0-3' } });
      expect([head.status, await head.text()]).toEqual([206, 'RIFF']);
    }
    expect([...kinds].sort()).toEqual(['200', '404']);
  });

  test('an address that is not ours is refused as a storage refuses it', async () => {
    const control = createDemoControl(demo.url);
    await control.clearRequests();
    const answer = await fetch(new URL('/recordings/x.wav?expires=9&signature=0', demo.url));
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('<Error>')]);
    expect(await control.requests()).toMatchObject([{ status: 403 }]);
  });
});
