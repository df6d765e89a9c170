/**
 * Text cut where a person sees the end of a letter: never inside an emoji of several signs, a flag, or a letter and its
 * marks.
 */

/** A letter with more signs than this is no letter; it is cut between two code points. */
const MOST_SIGNS = 64;
/** So far back before an end the letters are told apart from: in a row of flags it decides which two signs are one. */
const LOOKED_AT = 1000;

let kept: Intl.Segmenter | undefined;

/** Made when it is first needed: it takes a while, and few texts are long. */
function segmenter(): Intl.Segmenter {
  kept ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return kept;
}

/** The beginning of a text, of at most so many UTF-16 units. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = letterAt(text.slice(0, most + MOST_SIGNS), most).index;
  return text.slice(0, most - cut > MOST_SIGNS ? betweenCodePoints(text, most) : cut);
}

/** The end of a text, of at most so many UTF-16 units, but of its last letter at least. */
export function ending(text: string, most: number): string {
  if (text.length <= most) return text;
  const near = text.slice(-LOOKED_AT - most);
  const { index, segment } = letterAt(near, near.length - most);
  const cut = index === near.length - most ? index : index + segment.length;
  return near.slice(cut < near.length ? cut : index);
}

/** The letter that the sign at a place belongs to. */
function letterAt(text: string, at: number): { index: number; segment: string } {
  return segmenter().segment(text).containing(at) ?? { index: at, segment: '' };
}

/** A text of at most so many UTF-16 units, with an ellipsis at its end where it had more. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${beginning(text, most - 1).trimEnd()}…`;
}

/** The same, cut between two words where that leaves most of it. */
export function shortenedAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = beginning(text, most - 1);
  const blank = text.charAt(start.length) === ' ' ? start.length : start.lastIndexOf(' ');
  return `${(blank > most / 2 ? start.slice(0, blank) : start).trimEnd()}…`;
}

/** What a person sees as the first letter; empty where there is none. */
export function firstLetter(text: string): string {
  const [first] = segmenter().segment(text.slice(0, MOST_SIGNS));
  return first?.segment ?? '';
}

function betweenCodePoints(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
