import type { Turn } from './turns';

export type Lane = {
  speaker: 'agent' | 'caller';
  /** Seconds in which this side spoke; what overlaps counts once. */
  seconds: number;
  /** From when to when, in order and apart from each other. */
  spans: { start: number; end: number }[];
};

/** How a call was divided among those who spoke. */
export type TalkTime = {
  /** Seconds from the first moment of the call to the last one known. */
  length: number;
  lanes: Lane[];
};

/**
 * Who spoke when. `callSeconds` is the call's own length: the silence after the
 * last word belongs to it. Undefined when nothing that was said has a time.
 */
export function talkTime(
  turns: readonly Turn[],
  callSeconds: number | null | undefined,
): TalkTime | undefined {
  const lanes = (['agent', 'caller'] as const).map((speaker): Lane => {
    const spans = merged(turns.flatMap((turn) => spanOf(turn, speaker)));
    return { speaker, spans, seconds: spans.reduce((sum, { start, end }) => sum + end - start, 0) };
  });
  const last = Math.max(0, ...lanes.map(({ spans }) => spans.at(-1)?.end ?? 0));
  const length = Math.max(last, callSeconds ?? 0);
  return last > 0 ? { length, lanes } : undefined;
}

/** Why there is no {@link talkTime}. */
export function whyNoTalkTime(turns: readonly Turn[]): string {
  if (turns.every(({ start }) => start === null))
    return 'HappyRobot gave no times for this conversation, so who spoke when is not known.';
  return turns.some(({ speaker }) => speaker === 'agent' || speaker === 'caller')
    ? 'HappyRobot did not say how long the turns of this conversation took, so who spoke when is not known.'
    : 'Neither side spoke in this transcript.';
}

function spanOf({ speaker, start, duration }: Turn, wanted: Turn['speaker']) {
  if (speaker !== wanted || start === null || !duration) return [];
  const from = Math.max(0, start);
  const end = start + duration;
  return end > from ? [{ start: from, end }] : [];
}

function merged(spans: { start: number; end: number }[]) {
  const apart: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else apart.push({ ...span });
  }
  return apart;
}

/** Index of the turn that was spoken at a moment, of a side when one is given; else of the nearest one; -1 of none. */
export function turnAt(turns: readonly Turn[], seconds: number, speaker?: Turn['speaker']): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, turn] of turns.entries()) {
    const { start, duration } = turn;
    if (start === null || (speaker && turn.speaker !== speaker)) continue;
    const distance = Math.max(start - seconds, seconds - start - (duration ?? 0), 0);
    if (distance < least || (distance === 0 && duration)) [nearest, least] = [index, distance];
    if (least === 0 && duration) break;
  }
  return nearest;
}
