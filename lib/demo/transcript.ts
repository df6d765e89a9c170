import { at, textAt } from './json';
import { createRandom } from './random';
import { script, type Turn } from './script';
import type { TranscriptMessage } from './transcript-message';

export type Transcript = {
  id: string;
  call_id: string;
  organization_id: string;
  start_time: string;
  messages: TranscriptMessage[];
};

/**
 * What was said on a call, made up from the call itself: the same record gives the same words, and the last
 * of them ends with the call. A call on which nobody spoke has no messages.
 */
export function createTranscript(call: unknown): Transcript {
  const id = textAt(call, 'id') ?? '';
  const random = createRandom(`transcript/${id}`);
  const seconds = at(call, 'duration');
  const spoken = typeof seconds === 'number' && seconds > 0 ? script(call, random) : [];
  return {
    id: random.hex(24),
    call_id: id,
    organization_id: textAt(call, 'organization_id') ?? '',
    start_time: textAt(call, 'created') ?? '',
    messages: timed(spoken, typeof seconds === 'number' ? seconds : 0, () => random.hex(24)),
  };
}

/** Spreads the turns over the call, each as long as its words are. */
function timed(turns: readonly Turn[], seconds: number, newId: () => string): TranscriptMessage[] {
  const weight = (turn: Turn) => (turn.role === 'system' ? 0 : turn.content.length + 12);
  const total = turns.reduce((sum, turn) => sum + weight(turn), 0) || 1;
  let spent = 0;
  return turns.map((turn) => {
    const start = tenths((spent / total) * seconds);
    spent += weight(turn);
    return { id: newId(), ...turn, start, end: tenths((spent / total) * seconds) };
  });
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
