/** A word as searches compare it, and where it stands in the text. */
export type Word = { word: string; start: number; end: number };

const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/gi;
/** A stretch of ASCII, or one other letter: only those have to be taken apart. */
const STRETCHES = /[\0-\x7f]+|[^\0-\x7f]/gu;
const LETTER = /[\p{L}\p{N}]/u;
/** In these scripts nothing parts words: each letter counts as one, and several make a phrase. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

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
  let open: Word | undefined;
  const close = () => {
    if (open) words.push(open);
    open = undefined;
  };
  const add = (letter: string, start: number, end: number) => {
    if (!LETTER.test(letter)) return close();
    if (UNPARTED.test(letter)) {
      close();
      words.push({ word: letter, start, end });
    } else if (open) open = { word: open.word + letter, start: open.start, end };
    else open = { word: letter, start, end };
  };
  for (const { 0: stretch, index } of text.matchAll(STRETCHES)) {
    if (ASCII.test(stretch)) {
      for (let at = 0; at < stretch.length; at += 1)
        add(folded(stretch.charAt(at)), index + at, index + at + 1);
      continue;
    }
    const letters = folded(stretch);
    // A mark belongs to the letter before it.
    if (letters === '' && open) open = { ...open, end: index + stretch.length };
    for (const letter of letters) add(letter, index, index + stretch.length);
  }
  close();
  return words;
}

/** What is left of a letter without its case and marks: none of a mark, several of a ligature. */
function folded(letter: string): string {
  return letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
}
