import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bodyOf } from './packing';

const LONG = 'Fracht nach Łódź, 40 000 kg 🚚 '.repeat(100);

describe('a long text', () => {
  test.each([
    ['gzip', true],
    ['GZIP;q=0.5', true],
    ['br, gzip, deflate', true],
    ['gzip;q=1.0, *;q=0', true],
    ['gzip;q=0', false],
    ['gzip; q=0.000', false],
    ['br', false],
    ['gzipped', false],
    ['', false],
    [null, false],
  ])('for a client that accepts %j is packed: %j', async (accepted, isPacked) => {
    const { bytes, headers } = await bodyOf(LONG, accepted);
    expect(headers).toEqual({
      vary: 'Accept-Encoding',
      ...(isPacked && { 'content-encoding': 'gzip' }),
    });
    expect(String(isPacked ? gunzipSync(bytes) : Buffer.from(bytes))).toBe(LONG);
  });
});

test('a short text is sent as it is', async () => {
  const { bytes, headers } = await bodyOf('{"ok":true}', 'gzip');
  expect(headers).not.toHaveProperty('content-encoding');
  expect(Buffer.from(bytes).toString()).toBe('{"ok":true}');
});
