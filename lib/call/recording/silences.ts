import type { Turn } from '@/lib/call/transcript/turns';
import { isHeard } from './following';
import { type Measured, peaksWithin } from './peaks';

export type Span = { start: number; end: number };

/** A pause that is worth skipping, and what is left of it on both sides so that it is still heard as one. */
const SHORTEST = 2;
const KEPT = 0.5;
/** What counts as sound, as a part of the loudest moment: people can speak where the transcript has nothing. */
const LOUD = 0.15;

/**
 * What can be skipped, in seconds of the call: the gaps between turns in which the sound, as far as it was measured,
 * is silent. Before the first word and after the last one the transcript says nothing.
 */
export function silencesOf(turns: readonly Turn[], sessions: readonly Measured[]): Span[] {
  return gapsOf(turns)
    .filter(({ start, end }) => end - start >= SHORTEST)
    .map(({ start, end }) => ({ start: start + KEPT, end: end - KEPT }))
    .filter((span) => !sessions.some((session) => isLoud(session, span)));
}

/** Where to go on when this moment is in a silence; null where it is not, or where that would gain nothing. */
export function afterSilence(silences: readonly Span[], second: number): number | null {
  const span = silences.find(({ start, end }) => second >= start && second < end - 0.3);
  return span?.end ?? null;
}

function gapsOf(turns: readonly Turn[]): Span[] {
  const gaps: Span[] = [];
  const said = turns
    .filter((turn) => isHeard(turn) && turn.start !== null)
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  let end = Number.POSITIVE_INFINITY;
  for (const { start, duration } of said) {
    const begins = start ?? 0;
    if (begins > end) gaps.push({ start: end, end: begins });
    // When it ended nobody knows: what follows may still be it.
    const ends = duration === null ? Number.POSITIVE_INFINITY : begins + duration;
    end = Number.isFinite(end) && begins <= end ? Math.max(end, ends) : ends;
  }
  return gaps;
}

function isLoud(session: Measured, span: Span): boolean {
  const all = (session.peaks ?? []).flat();
  const loudest = all.reduce((most, peak) => Math.max(most, peak), 0);
  return peaksWithin(session, span).some((peak) => peak > loudest * LOUD);
}
