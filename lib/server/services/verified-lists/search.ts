import type { Call } from '@/lib/call/call';
import { hasTerm, searchableText, searchTerms } from '@/lib/call/query/search';

/** Digits of a number without its area: what is left of it however it is written. */
const LOCAL_DIGITS = 7;
const FEWEST_DIGITS = 4;

/**
 * Whether a call has what was searched for, as far as it shows; null where that cannot be told. Wider than our own
 * search on purpose: only what surely is not there counts as missing, whatever HappyRobot looks at and however it
 * compares letters and numbers.
 */
export function showsWord(call: Call, search: string): boolean | null {
  const { metadata, extraction } = call;
  const searched = leavesOf([metadata?.from, metadata?.to, extraction]);
  if (hasTerm(searchableText(searched), searchTerms(search))) return true;
  if (searched.length === 0) return null;
  const words = plain(search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const leaves = leavesOf(call);
  const text = plain(leaves.join('\n'));
  return words.every((word) => text.includes(word)) || hasNumber(leaves, search);
}

/** A search without letters can be a number that is written in another way. */
function hasNumber(leaves: readonly string[], search: string): boolean {
  const digits = digitsOf(search).replace(/^0+/, '').slice(-LOCAL_DIGITS);
  if (digits.length < FEWEST_DIGITS || /\p{L}/u.test(search)) return false;
  return leaves.some((leaf) => digitsOf(leaf).includes(digits));
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

/** Text without what makes letters differ that are the same to a person. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

/** Every value that says something, names of fields left out. */
function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}
