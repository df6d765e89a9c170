import { textAt } from './json';
import type { Listing } from './listing';
import type { Account } from './step';

/** What came of a question that only some of the calls match. */
export type Came =
  | 'none'
  /** Calls that do not match, or the very same ones as without the question. */
  | 'others'
  /** Only calls that match; how many there are said to be has nothing to do with them. */
  | 'miscounted'
  /** Fewer than were read before. */
  | 'few'
  /** The newest calls all match, so that they would have come without the question too. */
  | 'undecided'
  | 'matching';

type Question = {
  /** So many calls were asked for, the newest first. */
  limit: number;
  /** So many of those read match. */
  seen: number;
  /** Whether a call matches; null where that cannot be told. */
  matches: (row: Listing['rows'][number]) => boolean | null;
};

/** Tells by the calls what a question did; the count alone proves nothing. */
export function cameOf(page: Listing, account: Account, question: Question): Came {
  const { rows, count } = page;
  if (rows.length === 0) return 'none';
  const told = rows.map(question.matches);
  const isFull = rows.length >= Math.min(question.limit, account.sample.length);
  const isSame = isFull && areNewest(page, account);
  if (told.includes(false) || (isSame && told.includes(null))) return 'others';
  if (isMiscounted(page, account, { ...question, isFull })) return 'miscounted';
  if (count !== null && count < question.seen) return 'few';
  return isSame && count === null ? 'undecided' : 'matching';
}

function areNewest({ rows }: Listing, { sample }: Account): boolean {
  return rows.every((row, n) => textAt(row, 'id') === textAt(sample[n], 'id'));
}

/** Whether a count cannot be that of the calls that match: less than came, as without the question, or that of a page. */
function isMiscounted(
  { rows, count }: Listing,
  { newest }: Account,
  { seen, isFull }: Question & { isFull: boolean },
): boolean {
  if (count === null) return false;
  if (count <= rows.length && !isFull) return count < rows.length;
  const isOfAll = newest.count !== null && count >= newest.count;
  return count < rows.length || isOfAll || (count === rows.length && count < seen);
}
