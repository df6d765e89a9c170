import { MAX_PEAKS } from '@/lib/call/recording/waveform';
import { SAMPLES } from './samples';
import type { SampleFormat } from './wav-header';

/** Takes the frames of a sound piece by piece and keeps nothing of them but peaks. */
export type PeakMeter = {
  /** Any piece of the bytes, in their order; frames may lie across two. */
  take(piece: Buffer): void;
  /** Frames taken so far. */
  frames(): number;
  /** The loudest sample of each channel in each of equal stretches of the whole, to the thousandth. */
  peaks(): number[][];
};

/** `frames` are all that will come; of more the rest is passed over, of less the end is silent. */
export function createPeakMeter(sound: {
  format: SampleFormat;
  channels: number;
  frames: number;
}): PeakMeter {
  const { channels, frames } = sound;
  const { bytes, loudness } = SAMPLES[sound.format];
  const frameBytes = bytes * channels;
  const stretches = Math.min(MAX_PEAKS, frames);
  const loudest = Array.from({ length: channels }, () => new Float32Array(stretches));
  let left = Buffer.alloc(0);
  let taken = 0;
  let stretch = 0;

  /** The first frame of a stretch. */
  function borderOf(n: number): number {
    return Math.floor((n * frames) / stretches);
  }

  /** Takes so many frames, all of one stretch. */
  function takeFrames(from: Buffer, begin: number, count: number): void {
    const end = begin + count * frameBytes;
    for (const [channel, peaks] of loudest.entries()) {
      let most = peaks[stretch] ?? 0;
      for (let at = begin + channel * bytes; at < end; at += frameBytes) {
        const value = loudness(from, at);
        if (value > most) most = value;
      }
      peaks[stretch] = most;
    }
    taken += count;
  }

  return {
    take(piece) {
      const all = left.length > 0 ? Buffer.concat([left, piece]) : piece;
      let at = 0;
      let ready = Math.min(Math.floor(all.length / frameBytes), frames - taken);
      while (ready > 0) {
        while (taken >= borderOf(stretch + 1)) stretch += 1;
        const count = Math.min(ready, borderOf(stretch + 1) - taken);
        takeFrames(all, at, count);
        at += count * frameBytes;
        ready -= count;
      }
      left = taken < frames ? Buffer.from(all.subarray(at)) : Buffer.alloc(0);
    },
    frames: () => taken,
    peaks: () => loudest.map((peaks) => Array.from(peaks, toThousandth)),
  };
}

function toThousandth(value: number): number {
  return Math.round(Math.min(1, value) * 1000) / 1000;
}
