import { SIDES, type Side } from './sides';
import type { Transcript } from './transcript';
import { turnsOf } from './turns';

/** What somebody said in one go. Times are seconds since the call began, null where nobody knows. */
export type SpokenTurn = {
  side: Side;
  start: number | null;
  end: number | null;
  text: string;
  /** Where the transcript says so: the other side cut it off. */
  isCutOff?: true;
};

/** What was said aloud: neither instructions nor what tools did, and no answer that was weighed and not said. */
export function spokenTurnsOf({ messages }: Pick<Transcript, 'messages'>): SpokenTurn[] {
  return turnsOf(messages).flatMap(({ speaker, words, start, duration, interruption }) => {
    const side = SIDES.find((known) => known === speaker);
    if (side === undefined || words.text.trim() === '') return [];
    const end = start === null || duration === null ? null : start + duration;
    const cut = interruption === undefined ? {} : { isCutOff: true as const };
    return [{ side, start, end, text: words.text, ...cut }];
  });
}
