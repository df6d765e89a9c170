import { type Identity, may } from '@/lib/auth/roles';
import { extractedConditions, isExtractedName } from '@/lib/call/query/extracted';
import { type CallsQuery, keysOf } from '@/lib/call/query/filters';
import { saidTerms } from '@/lib/call/query/said';
import { isMasked } from '@/lib/call/values/masked-number';
import { CallscopeError } from '@/lib/server/errors';
import { hideKey, hideText } from '@/lib/server/services/redaction/hide-text';
import { isNumberTerm } from './number-terms';
import { digitsSaid, isDigitsOnly, isSpelledStretch, maskText } from './number-text';

/** More digits than this narrow a number down, question by question. */
const MOST_DIGITS = 2;

/** A question, and what its answer is grouped by. */
type Asked = CallsQuery & { group_by?: string };

/**
 * Refuses what would let somebody find a number out who may not see it. HappyRobot and the index search for any part of
 * a number, so each search that hits would confirm some digits:
 * - digits without a letter hit the numbers of calls: none is taken, or pairs would be strung together;
 * - digits that are spelled out hit texts in which a number is, and could be strung together the same way;
 * - with other letters only text is hit ("call me at 31"): there, no more digits than a mask shows anyway.
 * Of what was said, which is hidden in transcripts, even less can be asked: see {@link isNumberTerm}.
 * The values of other filters are compared whole; one that is itself a number is refused all the same.
 * Of extracted values, in which any number can stand, no digit is asked for, nor what is more or less than a number:
 * neither bounds nor an order.
 * @throws {CallscopeError} `not_allowed`
 */
export function refuseNumberQuestion(who: Identity, query: Asked): void {
  if (may(who, 'phone_numbers') || !asksForNumber(query)) return;
  throw new CallscopeError(
    'not_allowed',
    'Phone numbers are hidden for your role, so calls can be neither searched nor filtered by numbers, nor sorted by extracted values. Search for words, with two digits at most, and without any in what was said.',
  );
}

/** The same for keys of extracted values, whose names come from outside. */
export function refuseKeys(who: Identity, keys: readonly string[]): void {
  for (const key of keys) refuseNumberQuestion(who, { [`has_x.${key}` as const]: true });
}

/** Whether the answer would tell something about a number. */
export function asksForNumber(query: Asked): boolean {
  const { search, said, ...rest } = query;
  const { from: _from, to: _to, timezone: _timezone, family: _family, ...others } = rest;
  if (search !== undefined && isNumberSearch(search)) return true;
  if (said !== undefined && saidTerms(said).some(isNumberTerm)) return true;
  if (asksForExtracted(query)) return true;
  return keysOf(others)
    .flatMap((key) => others[key] ?? [])
    .some((each) => typeof each === 'string' && isNumber(each));
}

function asksForExtracted(query: Asked): boolean {
  const { sort_by, group_by } = query;
  if (sort_by !== undefined && isExtractedName(sort_by)) return true;
  if (group_by !== undefined && isExtractedName(group_by) && isNumberKey(group_by.slice(2)))
    return true;
  return extractedConditions(query).some(({ key, any = [], none = [], min, max }) => {
    const isBound = typeof min === 'number' || typeof max === 'number';
    return isBound || isNumberKey(key) || [...any, ...none].some(hasDigits);
  });
}

/** Whether a key would be hidden: names come from outside. */
function isNumberKey(key: string): boolean {
  return hideKey(key) !== key;
}

/** Whether a mask would leave less of a text. */
function hasDigits(text: string): boolean {
  return hideText(text, true) !== text.normalize('NFC');
}

function isNumberSearch(search: string): boolean {
  const text = search.normalize('NFKC');
  const digits = digitsSaid(text);
  if (digits > MOST_DIGITS || isDigitsOnly(text) || isSpelledStretch(text)) return true;
  return /^[\s+().-]+$/.test(text);
}

function isNumber(value: string): boolean {
  return isMasked(value) || maskText(value) !== value;
}
