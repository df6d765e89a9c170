import { createRandom } from '@/lib/demo/calls/random';
import { at, textAt } from '@/lib/demo/json';
import { script, type Turn } from './script';
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
  const spoken = typeof seconds === 'number' && seconds > 0 ? script(call, random) : [];
  return {
    id: random.hex(24),
    call_id: id,
    organization_id: textAt(call, 'organization_id') ?? '',
    start_time: began,
    messages: timed(spoken, { began, seconds: typeof seconds === 'number' ? seconds : 0 }, () =>
      random.hex(24),
    ),
  };
}

/** Spreads the turns over the call, each as long as its words are. */
function timed(
  turns: readonly Turn[],
  { began, seconds }: { began: number; seconds: number },
  newId: () => string,
): TranscriptMessage[] {
  const after = (part: number) => tenths(began + part * seconds);
  const weight = (turn: Turn) => (turn.role === 'system' ? 0 : turn.content.length + 12);
  const total = turns.reduce((sum, turn) => sum + weight(turn), 0) || 1;
  let spent = 0;
  return turns.map((turn) => {
    const start = after(spent / total);
    spent += weight(turn);
    return { id: newId(), ...turn, start, end: after(spent / total) };
  });
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
