import { isPlainTerm } from '@/lib/call/values/terms';
import { extractedFilterKeys } from './extracted';
import { type CallsQuery, FILTER_KEYS, UNKNOWN_WORD, UPSTREAM_FILTER_KEYS } from './filters';

/**
 * Whether HappyRobot cannot be asked this question, so that only the index can answer it. `askable` is what a list can
 * be narrowed by there.
 */
export function needsIndex(
  query: CallsQuery,
  askable: readonly string[] = UPSTREAM_FILTER_KEYS,
): boolean {
  if ((query.sort_by ?? 'created') !== 'created') return true;
  // HappyRobot knows nothing of what stands for a missing word.
  if (query.type === UNKNOWN_WORD || query.statuses?.includes(UNKNOWN_WORD)) return true;
  if (askedLength(query) > LONGEST_ASKED || extractedFilterKeys(query).length > 0) return true;
  return FILTER_KEYS.some((key) => {
    const value = query[key];
    if (value === undefined) return false;
    if (!askable.includes(key)) return true;
    return Array.isArray(value) && value.some((each) => !isPlainTerm(String(each)));
  });
}

/** What stands before HappyRobot may take no longer address; many servers end at 8 kB with all that is around it. */
const LONGEST_ASKED = 4096;

/** How long the filters are in an address of HappyRobot. */
function askedLength(query: CallsQuery): number {
  return UPSTREAM_FILTER_KEYS.reduce(
    (sum, key) =>
      query[key] === undefined ? sum : sum + key.length + 2 + encodedLength(String(query[key])),
    0,
  );
}

function encodedLength(text: string): number {
  return new URLSearchParams({ '': text }).toString().length - 1;
}
