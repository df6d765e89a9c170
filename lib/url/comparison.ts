import { isCallId } from '@/lib/call/call-id';
import { COMPARISONS } from '@/lib/call/query/routes/costs-query';
import type { Codec } from '@/lib/call/values/codec';

/** More columns than this are not read side by side. */
export const MOST_COMPARED = 4;

/** What is compared: on the cost page periods, on the page of calls the calls with these ids. */
type Comparison = (typeof COMPARISONS)[number] | string[];

/** Both pages share the parameter; each goes by its own half and leaves the other's alone. */
export const comparisonCodec: Codec<Comparison> = {
  decode: (text) => {
    const period = COMPARISONS.find((known) => known === text);
    if (period) return { value: period };
    const ids = [...new Set(text.split(','))];
    return ids.length <= MOST_COMPARED && ids.every(isCallId)
      ? { value: ids }
      : { problem: `must be ${COMPARISONS.join(', ')} or one to ${MOST_COMPARED} call ids` };
  },
  encode: String,
};

/** The calls that an address compares; null when it compares none. */
export function comparedCalls(comparison: Comparison | null): string[] | null {
  return Array.isArray(comparison) ? comparison : null;
}
