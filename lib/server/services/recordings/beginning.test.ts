import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { wavOf, worldAt } from './recordings.test-world';

const WAV = wavOf(50_000);
const all = (response: ServerResponse, body = WAV) =>
  response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': body.length }).end(body);

describe('a header that does not know the length', () => {
  const PLACEHOLDERS = [0x7fffffff, 0x7ffff000, 0x7fffffdb, 0xfffffffe, 0xffffffff, 0];

  test.each(PLACEHOLDERS)('%i is not believed', async (said) => {
    const world = await worldAt((_, response) => all(response, wavOf(50_000, said)));
    expect((await world.hear()).bytes).toHaveLength(50_044);
    expect((await world.waveform()).sessions).toMatchObject([{ duration: 6.25, channels: 1 }]);
  });

  test.each(PLACEHOLDERS)('%i says nothing where nobody does', async (said) => {
    const world = await worldAt((_, response) => {
      response.writeHead(200, { 'content-type': 'audio/wav' }).end(wavOf(50_000, said));
    });
    expect((await world.hear()).bytes).toHaveLength(50_044);
    expect((await world.waveform()).sessions).toMatchObject([{ duration: null, peaks: null }]);
  });

  test('what is longer than 4 hours is refused', async () => {
    const size = 8_000 * 4 * 3_600;
    for (const [said, length] of [
      [size + 8_000, undefined],
      [size + 8_000, size + 8_044],
      [0xffffffff, size + 8_044],
    ] as const) {
      const world = await worldAt((_, response) => {
        const headers = { 'content-type': 'audio/wav' };
        response.writeHead(200, length ? { ...headers, 'content-length': length } : headers);
        response.write(wavOf(8_000, said));
      });
      await expect(world.hear()).rejects.toMatchObject({ code: 'recording_refused' });
    }
  });
});

describe('a beginning that does not come', () => {
  const broken = {
    'is broken off': (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': WAV.length });
      response.write('RIFF', () => response.socket?.resetAndDestroy());
    },
    'is no HTTP': (response: ServerResponse) => {
      response.socket?.end(
        'HTTP/1.1 200 OK\r\ncontent-type: audio/wav\r\ntransfer-encoding: chunked\r\n\r\n4\r\nRIFF\r\nno size\r\n',
      );
    },
    'is refused for a moment': (response: ServerResponse) => response.writeHead(503).end(),
  };

  test.each(Object.entries(broken))('%s: it is asked for once more', async (_, fail) => {
    let asked = 0;
    const world = await worldAt((__, response) => {
      asked += 1;
      if (asked === 1) fail(response);
      else all(response);
    });
    expect((await world.hear()).bytes.equals(WAV)).toBe(true);
    expect(asked).toBe(3);
  });

  test.each(Object.entries(broken))('%s for good: that is told', async (_, fail) => {
    const world = await worldAt((__, response) => void fail(response));
    await expect(world.hear()).rejects.toMatchObject({ code: 'recording_unavailable' });
  });

  test('of one part: the others are drawn', async () => {
    let asked = 0;
    const world = await worldAt(
      (_, response) => {
        asked += 1;
        if (asked <= 2) broken['is no HTTP'](response);
        else all(response);
      },
      { form: 'sessions' },
    );
    expect((await world.waveform()).sessions).toMatchObject([{ type: null }, { duration: 6.25 }]);
  });

  test('drips: it is waited for so long and no longer', async () => {
    const world = await worldAt(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': WAV.length });
        let at = 0;
        const timer = setInterval(() => response.write(WAV.subarray(at, ++at)), 20);
        response.on('close', () => clearInterval(timer));
      },
      { limits: { headMs: 200 } },
    );
    await expect(world.hear()).rejects.toMatchObject({
      code: 'recording_unavailable',
      message: expect.stringContaining('in time'),
    });
  });
});
