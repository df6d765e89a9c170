import { createRandom } from '@/lib/demo/calls/random';
import { at, listAt, textAt } from '@/lib/demo/json';
import { createVoice, RATE, SILENCE, type Voice } from './voice';

/** A WAV file that is made while it is read. */
export type DemoSound = {
  /** Bytes. */
  size: number;
  /** From `first` to `last`, both included, in pieces. */
  bytes(first: number, last: number): Generator<Buffer>;
};

/** Frames from `begin` to `end`, said by one side. */
type Turn = { begin: number; end: number };

const HEADER_BYTES = 58;
const CHANNELS = 2;
const PIECE_BYTES = 16 * 1024;

/**
 * What a call sounds like: the agent at the left, the other side at the right, each turn where the transcript has it.
 * µ-law in two channels, 16 kB a second. Of a sound longer than the call the call is repeated.
 */
export function soundOf(call: unknown, transcript: unknown, seconds: number): DemoSound {
  const id = textAt(call, 'id') ?? '';
  const random = createRandom(`voices/${id}`);
  const own = Math.max(1, Math.round(durationOf(call) * RATE));
  const frames = Math.max(1, Math.round(seconds * RATE));
  const sides = [
    side(transcript, ['assistant'], createVoice(random.int(175, 230))),
    side(transcript, ['user'], createVoice(random.int(95, 150))),
  ];
  const size = HEADER_BYTES + frames * CHANNELS;
  const header = wavHeader(frames);
  return {
    size,
    *bytes(first, last) {
      for (let from = first; from <= last; from += PIECE_BYTES) {
        const piece = Buffer.alloc(Math.min(PIECE_BYTES, last - from + 1));
        for (let n = 0; n < piece.length; n += 1) {
          const place = from + n - HEADER_BYTES;
          piece[n] =
            place < 0
              ? (header[from + n] ?? 0)
              : (sides[place % CHANNELS]?.(Math.floor(place / CHANNELS) % own) ?? SILENCE);
        }
        yield piece;
      }
    },
  };
}

export function durationOf(call: unknown): number {
  const seconds = at(call, 'duration');
  return typeof seconds === 'number' && seconds > 0 ? seconds : 0;
}

/** The samples of one side by their frame. */
function side(transcript: unknown, roles: readonly string[], voice: Voice) {
  const turns = turnsOf(transcript, roles);
  let near = 0;
  return (frame: number): number => {
    const current = turns[near];
    if (!current || frame < current.begin || frame >= current.end)
      near = turns.findIndex(({ end }) => frame < end);
    const turn = turns[near];
    if (near < 0 || !turn || frame < turn.begin) return SILENCE;
    return voice.sample(turn.begin, frame - turn.begin);
  };
}

function turnsOf(transcript: unknown, roles: readonly string[]): Turn[] {
  const began = at(transcript, 'start_time');
  return listAt(transcript, 'messages')
    .flatMap((message) => {
      const [start, end] = [at(message, 'start'), at(message, 'end')];
      if (!roles.includes(textAt(message, 'role') ?? '')) return [];
      if (typeof began !== 'number' || typeof start !== 'number' || typeof end !== 'number')
        return [];
      // Nobody speaks up to the very moment at which the other begins.
      const frames = (time: number) => Math.round((time - began) * RATE);
      return [{ begin: frames(start), end: frames(Math.max(start, end - 0.15)) }];
    })
    .filter(({ begin, end }) => end > begin)
    .sort((a, b) => a.begin - b.begin);
}

/** RIFF, with the chunk of facts that everything but PCM needs. */
function wavHeader(frames: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const dataBytes = frames * CHANNELS;
  header.write('RIFF', 0);
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(18, 16);
  header.writeUInt16LE(7, 20);
  header.writeUInt16LE(CHANNELS, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * CHANNELS, 28);
  header.writeUInt16LE(CHANNELS, 32);
  header.writeUInt16LE(8, 34);
  header.write('fact', 38);
  header.writeUInt32LE(4, 42);
  header.writeUInt32LE(frames, 46);
  header.write('data', 50);
  header.writeUInt32LE(dataBytes, 54);
  return header;
}
