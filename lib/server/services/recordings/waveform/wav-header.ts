/** How samples are written: whole numbers of so many bits, or compressed as on the telephone (G.711). */
export type SampleFormat = 'u8' | 's16' | 's24' | 's32' | 'mulaw' | 'alaw';

export type WavHeader = {
  /** Undefined for what is not read here. */
  format: SampleFormat | undefined;
  channels: number;
  /** Frames a second. */
  rate: number;
  /** Bytes of a frame: a sample of each channel. */
  frameBytes: number;
  bytesPerSecond: number;
  /** Where the samples begin. */
  dataAt: number;
  /** Bytes of samples as the header says; undefined where it was written before anybody knew. */
  dataBytes: number | undefined;
};

const EXTENSIBLE = 0xfffe;

/** Who writes into a pipe puts about the largest number there is, with or without a sign: no recording is that long. */
const NO_LENGTH = 0x7fff0000;

/** Reads the header at the beginning of a WAV file; undefined where these bytes are none, or not all of it. */
export function wavHeaderIn(bytes: Buffer): WavHeader | undefined {
  if (bytes.length < 12 || !/^RIFF....WAVE$/s.test(bytes.toString('latin1', 0, 12)))
    return undefined;
  let described: Omit<WavHeader, 'dataAt' | 'dataBytes'> | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === 'data') {
      const isKnown = size !== 0 && size < NO_LENGTH;
      return described && { ...described, dataAt: at + 8, dataBytes: isKnown ? size : undefined };
    }
    if (name === 'fmt ' && size >= 16 && at + 8 + size <= bytes.length)
      described = formatIn(bytes.subarray(at + 8, at + 8 + size));
    // Chunks begin at even places.
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function formatIn(chunk: Buffer): Omit<WavHeader, 'dataAt' | 'dataBytes'> | undefined {
  const [tag, channels, rate] = [
    chunk.readUInt16LE(0),
    chunk.readUInt16LE(2),
    chunk.readUInt32LE(4),
  ];
  const bits = chunk.readUInt16LE(14);
  // The extensible form has the tag of the usual one at the beginning of a longer one.
  const usual = tag === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : tag;
  const format = FORMATS[`${usual}/${bits}`];
  const frameBytes = format === undefined ? chunk.readUInt16LE(12) : (bits / 8) * channels;
  if (channels === 0 || rate === 0 || frameBytes === 0) return undefined;
  return {
    format,
    channels,
    rate,
    frameBytes,
    bytesPerSecond: bytesPerSecond(chunk, format, frameBytes * rate),
  };
}

/** Of what is compressed in blocks only the header knows it. */
function bytesPerSecond(chunk: Buffer, format: SampleFormat | undefined, computed: number): number {
  return format === undefined ? chunk.readUInt32LE(8) : computed;
}

const FORMATS: Readonly<Record<string, SampleFormat>> = {
  '1/8': 'u8',
  '1/16': 's16',
  '1/24': 's24',
  '1/32': 's32',
  '6/8': 'alaw',
  '7/8': 'mulaw',
};
