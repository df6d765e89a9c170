import { expect, test } from 'vitest';
import { startWorld } from './recordings.test-world';

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
