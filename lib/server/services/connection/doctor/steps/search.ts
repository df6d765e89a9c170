import { type Came, cameOf } from '@/lib/server/services/connection/doctor/came';
import { at, isRow, type Row, textAt } from '@/lib/server/services/connection/doctor/json';
import { listingOf } from '@/lib/server/services/connection/doctor/listing';
import {
  type Account,
  found,
  type Step,
  type Tools,
} from '@/lib/server/services/connection/doctor/step';
import { isLetThrough } from '@/lib/server/services/verified-lists/row';

const SUBJECT = 'Search';
/** So many calls are asked for. */
const LIMIT = 50;
type Outcome = 'finds' | 'ignored' | 'misses' | 'miscounts' | 'unknown';

/** Whether calls are found by what was extracted and by a phone number. */
export const search: Step = {
  subject: SUBJECT,
  async look(account, tools) {
    const { sample } = account;
    const byValue = await searched(telling(sample, extracted), account, tools);
    const byNumber =
      byValue === 'ignored' ? byValue : await searched(telling(sample, numbers), account, tools);
    if (byValue === 'ignored' || byNumber === 'ignored')
      return amiss('Ignored: calls without the text came too.');
    if (byValue === 'misses') return amiss('It does not find extracted values.');
    if (byNumber === 'misses') return amiss('It does not find phone numbers.');
    if (byValue === 'unknown' && byNumber === 'unknown')
      return found(SUBJECT, 'unknown', 'None of the calls read holds a text to search for.');
    if (byValue === 'miscounts' || byNumber === 'miscounts')
      return found(
        SUBJECT,
        'differs',
        'Only calls that match came, but the count does not follow the search.',
      );
    const what = [
      byValue === 'finds' && 'extracted values',
      byNumber === 'finds' && 'phone numbers',
    ];
    return found(SUBJECT, 'ok', `Finds ${what.filter(Boolean).join(' and ')}.`, {
      honoured: { search: true },
    });
  },
};

function amiss(detail: string) {
  return found(SUBJECT, 'differs', `${detail} Searches come from the index.`, {
    honoured: { search: false },
  });
}

async function searched(
  text: string | undefined,
  account: Account,
  { ask, read }: Tools,
): Promise<Outcome> {
  if (text === undefined) return 'unknown';
  const answer = await ask('/calls', { search: text, sort: 'desc', limit: String(LIMIT) });
  const page = listingOf(answer);
  if (!page) return 'unknown';
  const matches = (row: Row) => {
    const call = read(row);
    return call === undefined ? null : isLetThrough('search', call, { search: text });
  };
  // The text is that of one call; of how many others, and how it is compared, is not known.
  return OUTCOMES[cameOf(page, account, { limit: LIMIT, seen: 1, matches })];
}

const OUTCOMES: Record<Came, Outcome> = {
  none: 'misses',
  few: 'misses',
  others: 'ignored',
  miscounted: 'miscounts',
  undecided: 'unknown',
  matching: 'finds',
};

/** A text of one call that at most half of the calls hold. */
function telling(rows: readonly Row[], textsOf: (row: Row) => string[]): string | undefined {
  const texts = rows.slice(0, 200).flatMap(textsOf).slice(0, 20);
  return texts.find((text) => rows.filter((row) => holds(row, text)).length <= rows.length / 2);
}

function holds(row: Row | undefined, text: string): boolean {
  const wanted = text.toLowerCase();
  return [...extractedLeaves(at(row, 'extraction')), ...(row ? numbers(row) : [])].some((each) =>
    each.toLowerCase().includes(wanted),
  );
}

/** Only of an extraction as documented: one in another form can hold its names as texts, which no search looks at. */
function extracted({ extraction }: Row): string[] {
  if (!isRow(extraction)) return [];
  return extractedLeaves(extraction).filter((text) => /^[\w .'-]{4,40}$/.test(text));
}

function numbers(row: Row): string[] {
  return ['from', 'to'].flatMap((end) => textAt(row, 'metadata', end) ?? []);
}

/** Values of an extraction as text; deeper than a few levels nobody searches. */
function extractedLeaves(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((each) => extractedLeaves(each, depth + 1));
  return isRow(value)
    ? Object.values(value).flatMap((each) => extractedLeaves(each, depth + 1))
    : [];
}
