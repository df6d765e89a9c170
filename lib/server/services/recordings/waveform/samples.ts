import type { SampleFormat } from './wav-header';

/** How loud samples are. */
export type SampleReader = {
  /** Bytes of one sample. */
  bytes: number;
  /** How far the sample at a place is from silence, 0 to 1. */
  loudness: (from: Buffer, at: number) => number;
};

export const SAMPLES: Readonly<Record<SampleFormat, SampleReader>> = {
  u8: { bytes: 1, loudness: (from, at) => Math.abs((from[at] ?? 128) - 128) / 128 },
  s16: { bytes: 2, loudness: (from, at) => Math.abs(from.readInt16LE(at)) / 2 ** 15 },
  s24: { bytes: 3, loudness: (from, at) => Math.abs(from.readIntLE(at, 3)) / 2 ** 23 },
  s32: { bytes: 4, loudness: (from, at) => Math.abs(from.readInt32LE(at)) / 2 ** 31 },
  mulaw: compressed(muLaw),
  alaw: compressed(aLaw),
};

/** A sample of one byte, of which there are 256. */
function compressed(decode: (byte: number) => number): SampleReader {
  const table = Float32Array.from({ length: 256 }, (_, byte) => Math.abs(decode(byte)) / 2 ** 15);
  return { bytes: 1, loudness: (from, at) => table[from[at] ?? 0] ?? 0 };
}

/** µ-law of ITU-T G.711, as a sample of 16 bits. */
export function muLaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = ((((inverted & 0x0f) << 3) + 0x84) << ((inverted >> 4) & 7)) - 0x84;
  return inverted & 0x80 ? -magnitude : magnitude;
}

/** A-law of ITU-T G.711, as a sample of 16 bits. */
export function aLaw(byte: number): number {
  const toggled = byte ^ 0x55;
  const exponent = (toggled >> 4) & 7;
  const mantissa = ((toggled & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return toggled & 0x80 ? magnitude : -magnitude;
}
