import { expect, test } from 'vitest';
import { resolveOptions } from './options';
import { recordingLog } from './socket.test-server';

const options = { baseUrl: 'https://happyrobot.example', apiKey: 'key', log: recordingLog() };

test.each([1_000, 120_000, 600_000])(
  'an answer may take %i ms to begin, when it may take that long in all',
  (totalMs) => {
    const { timeouts } = resolveOptions({ ...options, timeouts: { totalMs } });
    expect(timeouts.headersMs).toBe(totalMs);
    // A body that stands still is told as such all the same.
    expect(timeouts.bodyMs).toBe(15_000);
  },
);
