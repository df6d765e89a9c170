/** A word as searches compare it, and where it stands in the text. */
export type Word = { word: string; start: number; end: number };

const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/gi;
/**
 * What can be a word: letters and digits with their marks and the invisible signs among them, such as soft hyphens. U+02BC
 * counts as a letter and is written as an apostrophe, U+200B is a blank without width: both part words.
 */
const STRETCHES = /(?:(?![\u02bc\u200b])[\p{L}\p{N}\p{M}\p{Cf}])+/gu;
const LETTERS = /^[\p{L}\p{N}\p{M}]+$/u;
/** In these scripts nothing parts words: each letter counts as one, and several make a phrase. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Accents and the like, which people leave out. Those of one script alone, as in Hindi and Thai, are its vowels. */
const LOOSE_MARKS = /\p{Cf}|(?=[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}/gu;
/** Letters that are another one for who has not got them, and that Unicode takes for letters of their own. */
const ALIKE: Readonly<Record<string, string>> = {
  ς: 'σ',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g');

/** Whether it is a letter of a script in which nothing parts words. */
export function isUnparted(letter: string): boolean {
  return UNPARTED.test(letter);
}

/**
 * The words of a text in any alphabet: runs of letters and digits without their case, accents and other marks. Whatever
 * stands between them parts them, apostrophes too.
 */
export function wordsIn(text: string): Word[] {
  if (ASCII.test(text))
    return Array.from(text.matchAll(ASCII_WORD), ({ 0: word, index }) => ({
      word: word.toLowerCase(),
      start: index,
      end: index + word.length,
    }));
  const words: Word[] = [];
  for (const { 0: stretch, index } of text.matchAll(STRETCHES)) {
    const word = folded(stretch);
    if (word === '') continue;
    if (LETTERS.test(word) && !UNPARTED.test(word))
      words.push({ word, start: index, end: index + stretch.length });
    else for (const each of lettersOf(stretch, index)) words.push(each);
  }
  return words;
}

/** The words of a stretch that is not one: it has letters without a word around them, or ones that fall apart. */
function lettersOf(stretch: string, start: number): Word[] {
  const words: Word[] = [];
  let isOpen = false;
  let at = start;
  for (const letter of stretch) {
    const end = at + letter.length;
    const letters = folded(letter);
    const last = words.at(-1);
    // A mark belongs to the letter before it.
    if (letters === '' && last && isOpen) last.end = end;
    for (const each of letters) {
      const open = isOpen ? words.at(-1) : undefined;
      const isWord = LETTERS.test(each);
      isOpen = isWord && !UNPARTED.test(each);
      if (open && isOpen) [open.word, open.end] = [open.word + each, end];
      else if (isWord) words.push({ word: each, start: at, end });
    }
    at = end;
  }
  return words;
}

/** What is left of letters without their case and marks: none of a mark, several of a ligature. */
function folded(letters: string): string {
  return letters
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .toLowerCase()
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter] ?? letter);
}
