import type { Turn } from '@/lib/call/transcript/turns';

/** How well a transcript can be followed while its sound is played. */
export type Following =
  /** Nothing that was said has a time. */
  | 'none'
  /** Times are missing, contradict each other, or go beyond the sound. */
  | 'approximate'
  | 'exact';

/** Clocks of sound and transcript may differ so much, in seconds. */
const SLACK = 2;

/** How well turns can be followed along a sound of so many seconds. */
export function followingOf(turns: readonly Turn[], length: number | null): Following {
  const said = turns.filter(isHeard);
  const timed = said.filter(({ start }) => start !== null);
  if (timed.length === 0) return 'none';
  const starts = timed.map(({ start }) => start ?? 0);
  const inOrder = starts.every((start, place) => place === 0 || start >= (starts[place - 1] ?? 0));
  const last = Math.max(...timed.map(({ start, duration }) => (start ?? 0) + (duration ?? 0)));
  const within = length === null || last <= length + SLACK;
  const complete = timed.length === said.length && timed.every(({ duration }) => duration !== null);
  return inOrder && within && complete ? 'exact' : 'approximate';
}

/**
 * Index of the turn that is heard at a moment: the latest one that is being spoken, else the last one that began; -1
 * before the first, and where nothing has a time.
 */
export function heardTurn(turns: readonly Turn[], second: number): number {
  let begun = -1;
  let spoken = -1;
  for (const [index, turn] of turns.entries()) {
    const { start, duration } = turn;
    if (start === null || start > second || !isHeard(turn)) continue;
    if (begun < 0 || start >= (turns[begun]?.start ?? 0)) begun = index;
    const isSpoken = duration !== null && second < start + duration;
    if (isSpoken && (spoken < 0 || start >= (turns[spoken]?.start ?? 0))) spoken = index;
  }
  return spoken >= 0 ? spoken : begun;
}

/** Whether there is anything to be heard of a turn: neither instructions nor the answers of tools have a voice. */
export function isHeard({ speaker, words }: Turn): boolean {
  const voice = speaker === 'agent' || speaker === 'caller' || speaker === 'other';
  return voice && words.text.trim() !== '';
}
