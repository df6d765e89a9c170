import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf } from './part-waveform';
import { aLaw, muLaw } from './samples';
import { wavHeaderIn } from './wav-header';

type Kind = { tag: 1 | 6 | 7; bits: 8 | 16 | 24 | 32 };
const KINDS: readonly Kind[] = [
  { tag: 1, bits: 8 },
  { tag: 1, bits: 16 },
  { tag: 1, bits: 24 },
  { tag: 1, bits: 32 },
  { tag: 6, bits: 8 },
  { tag: 7, bits: 8 },
];

/** A WAV file, written from the specification; `sizes` as they are when nobody knows them yet. */
function wav(
  { tag, bits }: { tag: number; bits: number },
  data: Buffer,
  options: { channels?: number; extensible?: boolean; unsized?: boolean; junk?: number } = {},
): Buffer {
  const { channels = 1, extensible = false, unsized = false, junk } = options;
  const format = Buffer.alloc(extensible ? 40 : 16);
  const frame = (channels * bits) / 8;
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(8_000, 4);
  format.writeUInt32LE(8_000 * frame, 8);
  format.writeUInt16LE(frame, 12);
  format.writeUInt16LE(bits, 14);
  if (extensible) format.writeUInt16LE(tag, 24);
  const size = unsized ? 0xffffffff : data.length;
  return Buffer.concat([
    Buffer.from('RIFF'),
    sizeOf(36 + data.length),
    Buffer.from('WAVE'),
    ...(junk === undefined ? [] : [chunk('LIST', Buffer.alloc(junk), junk)]),
    chunk('fmt ', format, format.length),
    chunk('data', data, size),
  ]);
}

function chunk(name: string, content: Buffer, size: number): Buffer {
  return Buffer.concat([
    Buffer.from(name),
    sizeOf(size),
    content,
    Buffer.alloc(content.length % 2),
  ]);
}

function sizeOf(bytes: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes);
  return size;
}

/** How loud the sample at a place is, straight from the definition of its format. */
function loudness({ tag, bits }: Kind, data: Buffer, place: number): number {
  const bytes = bits / 8;
  const at = place * bytes;
  if (tag === 7) return Math.abs(muLaw(data.readUInt8(at))) / 32_768;
  if (tag === 6) return Math.abs(aLaw(data.readUInt8(at))) / 32_768;
  if (bits === 8) return Math.abs(data.readUInt8(at) - 128) / 128;
  return Math.abs(data.readIntLE(at, bytes)) / 2 ** (bits - 1);
}

/** Cut at places of no meaning, as networks do. */
async function* cutAt(whole: Buffer, places: readonly number[]) {
  const cuts = [0, ...places.map((n) => n % (whole.length + 1)), whole.length].sort(
    (a, b) => a - b,
  );
  for (const [index, from] of cuts.entries()) yield whole.subarray(from, cuts[index + 1] ?? from);
}

test('peaks are the loudest samples of equal stretches, however the bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KINDS),
      fc.constantFrom<1 | 2>(1, 2),
      fc.uint8Array({ maxLength: 6_000 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      fc.record({
        extensible: fc.boolean(),
        unsized: fc.boolean(),
        junk: fc.option(fc.nat(300), { nil: undefined }),
      }),
      async (kind, channels, bytes, places, options) => {
        const data = Buffer.from(bytes);
        const frames = Math.floor(data.length / ((kind.bits / 8) * channels));
        // Without a size in the header the padding of the last chunk would count.
        fc.pre(data.length > 0 && (!options.unsized || data.length % 2 === 0));
        const whole = wav(kind, data, { ...options, channels });
        const shape = await shapeOf(cutAt(whole, places), whole.length);
        const stretches = Math.min(800, frames);
        const model = Array.from({ length: channels }, (_, channel) =>
          Array.from({ length: stretches }, (__, n) => {
            const [from, to] = [n, n + 1].map((each) => Math.floor((each * frames) / stretches));
            let most = 0;
            for (let frame = from ?? 0; frame < (to ?? 0); frame += 1)
              most = Math.max(most, loudness(kind, data, frame * channels + channel));
            return Math.round(Math.min(1, most) * 1000) / 1000;
          }),
        );
        expect(shape).toEqual({ duration: frames / 8_000, channels, peaks: model });
      },
    ),
    { numRuns: 150 },
  );
});

test('telephone samples are those of ITU-T G.711', () => {
  expect([0xff, 0x7f, 0x80, 0x00, 0xf0, 0x8f].map((byte) => muLaw(byte) + 0)).toEqual([
    0, 0, 32_124, -32_124, 120, 16_764,
  ]);
  expect([0xd5, 0x55, 0xaa, 0x2a, 0x80].map(aLaw)).toEqual([8, -8, 32_256, -32_256, 5_504]);
});

test.each([
  ['an MP3', Buffer.from('ID3 and so on')],
  ['nothing', Buffer.alloc(0)],
  ['a header that ends too early', wav({ tag: 7, bits: 8 }, Buffer.alloc(9)).subarray(0, 30)],
  [
    'a header that goes on and on',
    Buffer.concat([Buffer.from('RIFF....WAVE'), Buffer.alloc(200_000)]),
  ],
  ['no channels', wav({ tag: 7, bits: 8 }, Buffer.alloc(80), { channels: 0 })],
])('%s has no shape', async (_, whole) => {
  expect(await shapeOf(cutAt(whole, [1, 5]), whole.length)).toEqual({
    duration: null,
    channels: null,
    peaks: null,
  });
});

test('of a WAV that cannot be read the length is known, and of more than two channels', async () => {
  const gsm = wav({ tag: 49, bits: 8 }, Buffer.alloc(16_000));
  expect(await shapeOf(cutAt(gsm, []), gsm.length)).toEqual({
    duration: 2,
    channels: null,
    peaks: null,
  });
  const five = wav({ tag: 7, bits: 8 }, Buffer.alloc(40_000), { channels: 5 });
  expect(await shapeOf(cutAt(five, []), five.length)).toEqual({
    duration: 1,
    channels: null,
    peaks: null,
  });
});

test('a file that was cut short is as long as what is there', async () => {
  const whole = wav({ tag: 7, bits: 8 }, Buffer.alloc(16_000));
  const cut = whole.subarray(0, whole.length - 8_000);
  expect(await shapeOf(cutAt(cut, []), cut.length)).toMatchObject({ duration: 1, channels: 1 });
  expect(await shapeOf(cutAt(cut, []), null)).toMatchObject({ duration: 1, channels: 1 });
});

test('any bytes are a header or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const header = wavHeaderIn(
        Buffer.concat([Buffer.from('RIFF....WAVEfmt '), Buffer.from(bytes)]),
      );
      expect(header === undefined || header.dataAt > 0).toBe(true);
    }),
  );
});
