import type { Turn } from '@/lib/call/transcript/turns';
import { interruptionsOf } from './interruptions';
import type { MeasureKey } from './keys';
import type { Measured } from './measured';
import { isContradictory, saidIn } from './said';
import { silenceOf } from './silence';
import { talkShareOf } from './talk-share';
import { toolUseOf } from './tools';
import { median, percentile, waitsIn } from './waits';

export type Measures = Record<MeasureKey, Measured> & {
  /** What the other side said first; null when it said nothing. */
  first_words: string | null;
};

/** How a conversation went, by the definitions of `definitions.ts`. Seconds are to the millisecond. */
export function measuresOf(turns: readonly Turn[]): Measures {
  const said = saidIn(turns);
  const timed = isContradictory(said)
    ? said.map((each) => ({ ...each, start: null, end: null }))
    : said;
  const { answers, waits } = waitsIn(timed);
  const seconds = waits?.map(({ seconds: each }) => each) ?? [];
  const wait = { measured: seconds.length, of: answers };
  return {
    talk_share: talkShareOf(timed),
    silence: silenceOf(timed),
    interruptions: interruptionsOf(timed),
    response_time: { value: median(seconds), ...wait },
    response_time_p95: { value: percentile(seconds, 0.95), ...wait },
    ...toolUseOf(turns),
    turns: { value: said.length, measured: said.length, of: said.length },
    first_words: said.find(({ speaker }) => speaker === 'caller')?.text ?? null,
  };
}
