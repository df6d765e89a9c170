import type { Turn } from '@/lib/call/transcript/turns';
import { interruptionsOf } from './interruptions';
import type { MeasureKey } from './keys';
import type { Measured } from './measured';
import { isContradictory, type Said, saidIn } from './said';
import { silenceOf } from './silence';
import { talkShareOf } from './talk-share';
import { toolUseOf } from './tools';
import { median, percentile, waitsIn } from './waits';

export type Measures = Record<MeasureKey, Measured> & {
  /** What the other side said first; null when it said nothing. */
  first_words: string | null;
};

/** How a conversation went, by the definitions of `definitions.ts`, in seconds to the millisecond; where nobody spoke, nothing is known. */
export function measuresOf(turns: readonly Turn[]): Measures {
  const said = believed(saidIn(turns));
  const { answers, waits } = waitsIn(said);
  const seconds = waits?.map((wait) => wait.seconds) ?? [];
  const basis = { measured: seconds.length, of: answers };
  return {
    talk_share: talkShareOf(said),
    silence: silenceOf(said),
    interruptions: interruptionsOf(said),
    response_time: { value: median(seconds), ...basis },
    response_time_p95: { value: percentile(seconds, 0.95), ...basis },
    ...toolUseOf(turns),
    turns: { value: said.length || null, measured: said.length, of: said.length },
    first_words: said.find(({ speaker }) => speaker === 'caller')?.text ?? null,
  };
}

/** How long each answer took, in seconds, under its index among the turns; empty where that is not known. */
export function waitsOf(turns: readonly Turn[]): ReadonlyMap<number, number> {
  const { waits } = waitsIn(believed(saidIn(turns)));
  return new Map(waits?.map(({ turn, seconds }) => [turn, seconds]));
}

/** What was said, without times where they cannot be true. */
function believed(said: readonly Said[]): readonly Said[] {
  return isContradictory(said) ? said.map((each) => ({ ...each, start: null, end: null })) : said;
}
