import { isEnough, type Measured } from './measured';
import { type Said, toMillisecond } from './said';
import { LONGEST_WAIT_SECONDS } from './waits';

/** People look for papers; nobody stays on the line for longer. */
const LONGEST_PAUSE_SECONDS = 300;

/** The longest pause between the first word and the last. One that cannot be true makes it unknown. */
export function silenceOf(said: readonly Said[]): Measured {
  let longest: number | null = null;
  let until = Number.NEGATIVE_INFINITY;
  let isSound = true;
  let measured = 0;
  for (const [at, { start, speaker }] of said.entries()) {
    const before = said[at - 1];
    if (!before) continue;
    if (before.end !== null) until = Math.max(until, before.end);
    if (before.end === null || start === null) continue;
    const pause = Math.max(0, start - until);
    const isAnswer = before.speaker === 'caller' && speaker === 'agent';
    if (pause > (isAnswer ? LONGEST_WAIT_SECONDS : LONGEST_PAUSE_SECONDS)) isSound = false;
    longest = Math.max(longest ?? 0, pause);
    measured += 1;
  }
  const of = Math.max(0, said.length - 1);
  const isKnown = isSound && isEnough(measured, of);
  const value = isKnown && longest !== null ? toMillisecond(longest) : null;
  return { value, measured: isSound ? measured : 0, of };
}
