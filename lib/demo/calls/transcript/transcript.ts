import { createRandom } from '@/lib/demo/calls/random';
import { at, textAt } from '@/lib/demo/json';
import { script, type Turn } from './script';
import { timesOf } from './timing';
import type { TranscriptMessage } from './transcript-message';

export type Transcript = {
  id: string;
  call_id: string;
  organization_id: string;
  /** Unix time: seconds. */
  start_time: number;
  messages: TranscriptMessage[];
};

/**
 * What was said on a call, made up from the call itself: the same record gives the same words, and the last
 * of them ends with the call. A call on which nobody spoke has no messages.
 */
export function createTranscript(call: unknown): Transcript {
  const id = textAt(call, 'id') ?? '';
  const random = createRandom(`transcript/${id}`);
  const began = Math.floor((Date.parse(textAt(call, 'created') ?? '') || 0) / 1000);
  const seconds = at(call, 'duration');
  const length = typeof seconds === 'number' && seconds > 0 ? seconds : 0;
  const spoken = length > 0 ? script(call, random) : [];
  return {
    id: random.hex(24),
    call_id: id,
    organization_id: textAt(call, 'organization_id') ?? '',
    start_time: began,
    messages: timed(spoken, timesOf(call, spoken, length), {
      began,
      newId: () => random.hex(24),
    }),
  };
}

function timed(
  turns: readonly Turn[],
  times: readonly { start: number; end: number }[],
  { began, newId }: { began: number; newId: () => string },
): TranscriptMessage[] {
  return turns.map((turn, place) => {
    const { start = 0, end = 0 } = times[place] ?? {};
    return { id: newId(), ...turn, start: tenths(began + start), end: tenths(began + end) };
  });
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
