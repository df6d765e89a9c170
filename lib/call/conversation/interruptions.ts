import { isEnough, type Measured } from './measured';
import { type Said, toMillisecond } from './said';

/** Who begins in the last moment of what the other says does not interrupt. */
const POLITE_SECONDS = 0.3;

/** How often one side was cut off by the other: as the transcript says, or because the other began before the end. */
export function interruptionsOf(said: readonly Said[]): Measured {
  const ends = said.flatMap((each, at) => {
    const next = said[at + 1];
    const isExchange = next !== undefined && next.speaker !== each.speaker;
    return each.isCutOff || isExchange ? [wasCutOff(each, next)] : [];
  });
  const known = ends.filter((each) => each !== null);
  const isKnown = known.length > 0 && isEnough(known.length, ends.length);
  const value = isKnown ? known.filter(Boolean).length : null;
  return { value, measured: known.length, of: ends.length };
}

/** null where neither a mark nor the times tell. */
function wasCutOff({ end, isCutOff }: Said, next: Said | undefined): boolean | null {
  if (isCutOff) return true;
  if (end === null || !next || next.start === null) return null;
  return toMillisecond(end - next.start) > POLITE_SECONDS;
}
