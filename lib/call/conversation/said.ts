import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { Turn } from '@/lib/call/transcript/turns';

/** Something that one of the two sides said. */
export type Said = {
  /** Index among the turns of the transcript. */
  turn: number;
  speaker: 'agent' | 'caller';
  text: string;
  /** Seconds since the call began; null where nobody knows. */
  start: number | null;
  end: number | null;
  /** The transcript itself says that the other side cut it off. */
  isCutOff: boolean;
};

/** So much earlier than what stands before it, or than the call, may something begin: speech is recognised a moment late. */
const EARLIEST_SECONDS = 2;
/** Nobody speaks for longer without a pause. */
const LONGEST_SPEECH_SECONDS = 10 * 60;
/** Two may speak at once for so long, and for a part of the time. */
const LONGEST_OVERLAP_SECONDS = 10;
const LARGEST_OVERLAP = 1 / 4;

/** What the two sides said, in the order of the transcript. Turns without words, such as those that call a tool, are not said. */
export function saidIn(turns: readonly Turn[]): Said[] {
  return turns.flatMap(({ speaker, words, start, duration, interruption }, turn): Said[] => {
    const text = words.text.trim();
    if ((speaker !== 'agent' && speaker !== 'caller') || text === '') return [];
    // Words that took no time have a time for their beginning only.
    const end = start !== null && duration ? start + duration : null;
    return [{ turn, speaker, text, start, end, isCutOff: interruption !== undefined }];
  });
}

/** The same of what is kept of a transcript. */
export function saidInKept(turns: readonly SpokenTurn[]): Said[] {
  return turns.flatMap(({ side, start, end, text, isCutOff = false }, turn): Said[] => {
    if (side === 'other') return [];
    const lasts = start !== null && end !== null && end > start;
    return [{ turn, speaker: side, text: text.trim(), start, end: lasts ? end : null, isCutOff }];
  });
}

/** Whether the times cannot be true: before the call, backwards, endless, or of two who speak at once all the time. */
export function isContradictory(said: readonly Said[]): boolean {
  const starts = said.flatMap(({ start }) => (start === null ? [] : [start]));
  if (starts.some((start) => start < -EARLIEST_SECONDS)) return true;
  if (starts.some((start, at) => at > 0 && start < (starts[at - 1] ?? 0) - EARLIEST_SECONDS))
    return true;
  const spans = spansOf(said);
  if (spans.some(({ start, end }) => end - start > LONGEST_SPEECH_SECONDS)) return true;
  const spoken = unionOf(spans);
  const overlap = spans.reduce((sum, { start, end }) => sum + end - start, 0) - spoken;
  return overlap > LONGEST_OVERLAP_SECONDS && overlap > spoken * LARGEST_OVERLAP;
}

export type Span = { start: number; end: number };

export function spansOf(said: readonly Said[]): Span[] {
  return said.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
}

/** Seconds that the spans cover; what overlaps counts once. */
export function unionOf(spans: readonly Span[]): number {
  let [covered, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return covered;
}

/** Seconds to the millisecond: what is smaller comes from calculating. */
export function toMillisecond(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
