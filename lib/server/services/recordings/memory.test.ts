import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { startWorld } from './recordings.test-world';

const MB = 1024 * 1024;
const SECONDS = 7_200;
const SIZE = SECONDS * 16_000 + 44;

/** The beginning of a WAV file with µ-law in two channels. */
function header(): Buffer {
  const bytes = Buffer.alloc(44);
  bytes.write('RIFF....WAVEfmt ');
  const fields = [16, 7 | (2 << 16), 8_000, 16_000, 2 | (8 << 16)];
  for (const [place, value] of fields.entries()) bytes.writeUInt32LE(value, 16 + place * 4);
  bytes.write('data', 36);
  bytes.writeUInt32LE(SIZE - 44, 40);
  return bytes;
}

function* sound(): Generator<Buffer> {
  yield header();
  const piece = Buffer.alloc(64 * 1024, 'sound of two hours');
  for (let left = SIZE - 44; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

// What nobody holds any more is collected when the engine likes to: here it must be gone before it is looked at.
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** How much more memory than before the process has at most while something runs, in MB. */
async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  const used = () => {
    if (typeof collect === 'function') collect();
    return process.memoryUsage.rss();
  };
  const before = used();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, used());
  }, 100);
  await work();
  clearInterval(timer);
  return (Math.max(most, used()) - before) / MB;
}

test('two hours are heard, and drawn, in flat memory', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': SIZE });
    pipeline(Readable.from(sound()), response).catch(() => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  // Guarantee: a TCP server that listens has an address of this shape.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const world = await startWorld();
  await world.control.setFaults({ kind: 'sound', address, match: { path: '/calls/' } });
  let heard = 0;
  const listening = await memoryOf(async () => {
    const { body } = await world.sound();
    for await (const piece of body) heard += piece.length;
  });
  expect(heard).toBe(SIZE);
  const drawing = await memoryOf(async () => {
    const { sessions } = await world.waveform();
    expect(sessions).toMatchObject([{ duration: SECONDS, channels: 2 }]);
  });
  // All of it has 110 MB.
  expect([listening < 60, drawing < 60]).toEqual([true, true]);
}, 60_000);
