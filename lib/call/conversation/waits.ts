import { type Said, toMillisecond } from './said';

/** No agent thinks for longer; a clock that jumped does. */
export const LONGEST_WAIT_SECONDS = 120;

export type Wait = {
  /** Index of the answer among the turns of the transcript. */
  turn: number;
  /** From the last word of the other side to the first of the agent; 0 where the agent spoke before that. */
  seconds: number;
};

/** How long the agent took for each answer that tells; no waits at all when one of them cannot be true. */
export function waitsIn(said: readonly Said[]): { answers: number; waits: Wait[] | null } {
  let until = Number.NEGATIVE_INFINITY;
  const pairs = said.flatMap((answer, at) => {
    const before = said[at - 1];
    if (before?.speaker === 'agent' && before.end !== null) until = Math.max(until, before.end);
    if (before?.speaker !== 'caller' || answer.speaker !== 'agent') return [];
    // A word put in while the agent goes on speaking waits for no answer.
    return before.end !== null && before.end < until ? [] : [{ before, answer }];
  });
  const waits = pairs.flatMap(({ before, answer }): Wait[] =>
    before.end === null || answer.start === null
      ? []
      : [{ turn: answer.turn, seconds: toMillisecond(Math.max(0, answer.start - before.end)) }],
  );
  const isSound = waits.every(({ seconds }) => seconds <= LONGEST_WAIT_SECONDS);
  return { answers: pairs.length, waits: isSound ? waits : null };
}

/** The middle of the values, or half-way between the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : toMillisecond((low + high) / 2);
}

/** By nearest rank: the smallest value that so large a part of them does not exceed. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? null;
}
