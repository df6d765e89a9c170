import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { hasSafeBrotli, unpackerOf } from './unpack';

const PATCHED = '24.22.1';
const text = 'so it was said '.repeat(1000);

describe('a body is unpacked, and no further than allowed,', () => {
  test.each([
    ['gzip', gzipSync(text)],
    ['X-Gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    [' BR ', brotliCompressSync(text)],
  ])('from %s', async (encoding, packed) => {
    const unpack = unpackerOf(encoding, PATCHED);
    expect((await unpack?.(packed, 20_000))?.toString()).toBe(text);
    await expect(unpack?.(packed, 1000)).rejects.toMatchObject({ code: 'ERR_BUFFER_TOO_LARGE' });
  });
});

test.each([undefined, '', 'identity', ' Identity '])('%j is not packed', (encoding) => {
  expect(unpackerOf(encoding)).toBeUndefined();
});

test.each(['zstd', 'gzip, br', 'compress'])('%s is refused', (encoding) => {
  expect(() => unpackerOf(encoding, PATCHED)).toThrow('compression that was not asked for');
});

test('brotli is refused where its decoder has a hole', () => {
  expect(() => unpackerOf('br', '20.20.0')).toThrow('22.23.4');
});

test.each<[string, boolean]>([
  ['20.20.0', false],
  ['22.23.3', false],
  ['22.23.4', true],
  ['22.24.0', true],
  ['23.11.0', false],
  ['24.22.0', false],
  ['24.22.1', true],
  ['25.9.9', false],
  ['26.12.1', true],
  ['27.0.0', true],
])('Node.js %s: %s', (version, expected) => {
  expect(hasSafeBrotli(version)).toBe(expected);
});
