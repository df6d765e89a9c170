import type { SaidTerm } from '@/lib/call/query/said';
import { isUnparted, wordsIn } from '@/lib/call/transcript/words';
import { digitsIn } from '@/lib/server/services/redaction/hide-text';
import { isDigitsOnly } from './number-text';
import { GERMAN, HANGUL, HANGUL_ENDING, ITALIAN, KANA, WORDS } from './number-words';

/** Said of a digit, and of much else, such as double brokering; alone they tell no digit. */
const REPEATERS: ReadonlySet<string> = new Set(['double', 'triple', 'treble', 'doble']);

/** Terms come without case and marks: so do the words that they are compared with. Hangul is put together again. */
function folded(word: string): string {
  return wordsIn(word)
    .map((each) => each.word)
    .join('')
    .normalize('NFC');
}

function oneOf(words: readonly string[]): string {
  const each = new Set(words.map(folded));
  return [...each].sort((a, b) => b.length - a.length).join('|');
}

const KANA_WORD = `(?:${oneOf(KANA.split('|'))})`;
/** Letters that are digits by themselves. */
const LETTERS = '[〇零一二三四五六七八九十百]';
const NUMBER_WORD = String.raw`(?<![\p{L}\p{M}])(?:و|ال){0,2}(?:${GERMAN}|${ITALIAN}|(?:${oneOf(WORDS)})+)${HANGUL_ENDING}(?![\p{L}\p{M}])`;
const NUMBER_WORDS = new RegExp(NUMBER_WORD, 'gu');
const ALL_THAT_IS_NUMBER = new RegExp(
  String.raw`^(?:\s|${NUMBER_WORD}|${LETTERS}|${KANA_WORD})+$`,
  'u',
);
/** Fewer in a row are parts of other words more often than not. */
const RUN = new RegExp(String.raw`${KANA_WORD}{3}|(?:(?:${HANGUL})\s*){3}`, 'u');

/**
 * Whether a term asks for a number. Each word and phrase is found by itself, wherever it was said, so that each would
 * confirm a piece of one: no digits are taken, and of spelled ones no more than one among other words.
 */
export function isNumberTerm({ words }: Pick<SaidTerm, 'words'>): boolean {
  const text = asWritten(words.filter((word) => !REPEATERS.has(word)));
  return (
    /\p{N}/u.test(text) ||
    isDigitsOnly(text) ||
    digitsIn(text) > 1 ||
    (text.match(NUMBER_WORDS)?.length ?? 0) > 1 ||
    ALL_THAT_IS_NUMBER.test(text) ||
    RUN.test(text)
  );
}

/** Where nothing parts words each letter is one: without blanks they are words again. */
function asWritten(words: readonly string[]): string {
  return words.reduce((text, word, at) => {
    const isOneWord = at > 0 && isUnparted(words[at - 1] ?? '') && isUnparted(word);
    return text + (at === 0 || isOneWord ? '' : ' ') + word.normalize('NFC');
  }, '');
}
