import { phoneNumbersIn, phoneSearch } from '@/lib/call/values/phone';

/** What a search looks for in {@link searchableText}: either is enough. */
export type SearchTerms = {
  text: string;
  /** The number that was meant, where it is kept in another spelling than the text's. */
  number: string | null;
};

/** Reads what somebody searched for. Text that only looks like a number is searched for as it is, too. */
export function searchTerms(search: string): SearchTerms {
  const text = folded(search);
  const number = phoneSearch(search);
  return { text, number: number === text ? null : number };
}

/**
 * What of a call can be searched: a value a line, and each whole number in them once more as {@link searchTerms} spells
 * it. No search has a line end, so none goes from one value into the next.
 */
export function searchableText(values: readonly string[]): string {
  const lines = values.map(folded);
  const numbers = values.flatMap(phoneNumbersIn);
  const missing = [...new Set(numbers)].filter((number) => !lines.includes(number));
  return [...lines, ...missing].join('\n');
}

/** Whether {@link searchableText} has one of the terms. */
export function hasTerm(searchable: string, { text, number }: SearchTerms): boolean {
  return searchable.includes(text) || (number !== null && searchable.includes(number));
}

const FEWEST_WHOLE = 8;

/**
 * Whether HappyRobot, which compares letter by letter, may not find all that is meant: a number is spelled in many
 * ways, and letters outside ASCII in two.
 */
export function isReadOtherwise(search: string): boolean {
  const { text, number } = searchTerms(search);
  if (number !== null || /[^\p{ASCII}]/u.test(search)) return true;
  return text.startsWith('+') && text.length > FEWEST_WHOLE && phoneSearch(text) !== null;
}

/** Letters without their case, in the one spelling of those that have two. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\r\n\u2028\u2029]/g, ' ');
}
