import { problem } from '@/lib/call/answers/problem-kinds';
import { refused } from '@/lib/server/services/recordings/storage/storage-failures';
import type { StreamAnswer } from '@/lib/server/services/stream-answer';
import { type ByteRange, rangeOf } from './byte-range';
import { MAX_SECONDS, type SoundFacts } from './facts';

type SoundAnswer = StreamAnswer & { status: number };

/** All of a sound (200), the part of it that the header `Range` asks for (206), or that there is no such part (416). */
export function soundAnswer(
  { type, size }: SoundFacts,
  range: string | null | undefined,
  bytesOf: (range: ByteRange | undefined) => AsyncIterable<Buffer>,
): SoundAnswer {
  if (size === null) {
    const headers = { 'accept-ranges': 'none' };
    return { status: 200, type, headers, body: inTime(bytesOf(undefined)) };
  }
  const asked = rangeOf(range, size);
  if (asked === 'unsatisfiable') return unsatisfiable(size);
  const { first, last } = asked ?? { first: 0, last: size - 1 };
  return {
    status: asked ? 206 : 200,
    type,
    headers: {
      'accept-ranges': 'bytes',
      'content-length': String(last - first + 1),
      ...(asked && { 'content-range': `bytes ${first}-${last}/${size}` }),
    },
    body: inTime(bytesOf(asked)),
  };
}

/** Nobody is played to for longer than a recording may be. */
async function* inTime(pieces: AsyncIterable<Buffer>) {
  const until = performance.now() + MAX_SECONDS * 1000;
  for await (const piece of pieces) {
    if (performance.now() > until) throw refused('it has been listened to for more than 4 hours');
    yield piece;
  }
}

function unsatisfiable(size: number): SoundAnswer {
  const told = problem('range_not_satisfiable', `The recording has ${size} bytes.`);
  return {
    status: told.status,
    type: 'application/problem+json',
    headers: { 'content-range': `bytes */${size}` },
    body: once(Buffer.from(JSON.stringify(told))),
  };
}

async function* once(piece: Uint8Array) {
  yield piece;
}
