import { MASK } from '@/lib/call/values/masked-number';
import { ANY_NUMBER_WORDS, NUMBER_WORDS, ONE_NUMBER_WORD } from './numbers/number-words';

/**
 * Hides all that could be a part of a phone number in free text: every digit where there are many, whatever stands
 * between them, else those in groups of four or more; and the words for numbers. Nothing is recognised, so that
 * nothing depends on how a number is written.
 */

/** As many digits as this, near each other, can be a number. */
const MANY = 7;
const LONG_GROUP = 4;

/** The digits of every script, and Chinese and Japanese letters that are digits. */
const DIGIT = String.raw`[\p{Nd}\p{No}〇零一二三四五六七八九十百]`;
/** Said or written for zero: of Latin, as it is and wide, of Cyrillic and of Greek. */
const LETTER_ZERO = '[OoＯｏОоΟο]';
/** What can stand between the digits of a group; a time of day, 10:30, is two groups. */
const WITHIN = String.raw`(?:[\s().,/+\-–—‐‑‒_·•*#'’\p{Cf}\p{M}]|&nbsp;|%20|%2D){0,3}`;
const GROUPS = new RegExp(
  `(?:(?<!\\p{L})${LETTER_ZERO}{1,4})?${DIGIT}(?:${WITHIN}(?:${DIGIT}|${LETTER_ZERO}{1,6}(?!\\p{L})))*`,
  'gu',
);
const DIGITS = new RegExp(`${DIGIT}|${LETTER_ZERO}`, 'gu');

/** How many digits a text can hold, in figures and in words. */
export function digitsIn(text: string): number {
  const plain = text.normalize('NFC');
  const groups = plain.match(GROUPS) ?? [];
  const words = plain.replace(GROUPS, '#').match(ANY_NUMBER_WORDS) ?? [];
  return (
    groups.reduce((sum, group) => sum + lengthOf(group), 0) +
    words.reduce((sum, word) => sum + wordsOf(word), 0)
  );
}

/** What is written without a space between is several digits: “oo” is two, as “00” is. */
function wordsOf(word: string): number {
  return word.match(ONE_NUMBER_WORD)?.length ?? 1;
}

export function isMany(digits: number): boolean {
  return digits >= MANY;
}

/** The text with its numbers hidden; `isStrict` where there are many digits near. */
export function hideText(text: string, isStrict = isMany(digitsIn(text))): string {
  return text
    .normalize('NFC')
    .replace(isStrict ? ANY_NUMBER_WORDS : NUMBER_WORDS, MASK)
    .replace(GROUPS, (group) => (isStrict || lengthOf(group) >= LONG_GROUP ? MASK : group))
    .replace(REPEATED, MASK);
}

/** The same of a key, by which more can be asked: where nothing is hidden it stays as it is written. */
export function hideKey(key: string): string {
  const hidden = hideText(key);
  return hidden === key.normalize('NFC') ? key : hidden;
}

/** Beside each other, masks would tell how many groups there were. */
const REPEATED = new RegExp(`${MASK}(?:[\\s.,/+\\-–—()]{0,4}${MASK})+`, 'gu');

function lengthOf(group: string): number {
  return group.match(DIGITS)?.length ?? 0;
}
