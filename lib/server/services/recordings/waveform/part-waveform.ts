import type { WaveformPart } from '@/lib/call/recording/waveform';
import { createPeakMeter, type PeakMeter } from './peaks';
import { type WavHeader, wavHeaderIn } from './wav-header';

export type SoundShape = Pick<WaveformPart, 'duration' | 'channels' | 'peaks'>;

/** A header beyond this is none. */
const MAX_HEADER_BYTES = 64 * 1024;

export const UNKNOWN_SHAPE: SoundShape = { duration: null, channels: null, peaks: null };

/**
 * The shape of a sound, read through once and forgotten. What is no WAV, or none that can be read, is left after its
 * beginning. `size` are the bytes of all of it, null where nobody knows.
 */
export async function shapeOf(
  pieces: AsyncIterable<Buffer>,
  size: number | null,
): Promise<SoundShape> {
  let head = Buffer.alloc(0);
  let meter: PeakMeter | undefined;
  let header: WavHeader | undefined;
  for await (const piece of pieces) {
    if (meter) {
      meter.take(piece);
      continue;
    }
    head = Buffer.concat([head, piece]);
    header = wavHeaderIn(head);
    if (!header) {
      if (head.length > MAX_HEADER_BYTES || !isRiff(head)) return UNKNOWN_SHAPE;
      continue;
    }
    const frames = framesOf(header, size);
    const { format, channels, rate } = header;
    if (format === undefined || channels > 2 || frames === undefined)
      return { ...UNKNOWN_SHAPE, duration: frames === undefined ? null : frames / rate };
    meter = createPeakMeter({ format, channels, frames });
    meter.take(head.subarray(header.dataAt));
  }
  if (!meter || !header) return UNKNOWN_SHAPE;
  const { channels, rate } = header;
  return {
    duration: meter.frames() / rate,
    channels: channels === 1 ? 1 : 2,
    peaks: meter.peaks(),
  };
}

function isRiff(head: Buffer): boolean {
  return 'RIFF'.startsWith(head.toString('latin1', 0, 4));
}

/** How many frames there are: headers lie about files that were cut short, and say nothing in those sent while made. */
function framesOf(header: WavHeader, size: number | null): number | undefined {
  const { dataAt, dataBytes, bytesPerSecond, rate, frameBytes, format } = header;
  const there = size === null ? undefined : Math.max(0, size - dataAt);
  const bytes = dataBytes === undefined ? there : Math.min(dataBytes, there ?? dataBytes);
  if (bytes === undefined) return undefined;
  if (format !== undefined) return Math.floor(bytes / frameBytes);
  return bytesPerSecond > 0 ? (bytes / bytesPerSecond) * rate : undefined;
}
