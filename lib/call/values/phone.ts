/** Digits that can be a number, or the part of one that somebody remembers. */
const FEWEST_DIGITS = 4;
/** The longest number there is (E.164). */
const MOST_DIGITS = 15;

/** A number without its area, at most. */
const LOCAL_DIGITS = 7;

/** Marks that come along unseen when a number is copied from a contact or a right-to-left page. */
const INVISIBLE = /\p{Cf}/gu;
const SEPARATORS = /[\s().\-‐-―−/]/gu;
const EXTENSION = /\s*(?:;ext=|ext\.?|x|#)\s*\d{1,7}$/i;

/**
 * What to search for to find the calls of a phone number that was written in any way: `+13125550140` for
 * `(312) 555-0140`, `1 312 555 0140` or `001-312-555-0140`. HappyRobot keeps numbers in this form (E.164) and
 * searches by substring, so a number whose country is not known is searched by the digits that are certain. Null
 * if the text is no number, nor at least four digits of one.
 */
export function phoneSearch(text: string): string | null {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim();
  const number = plain.replace(/^tel:/i, '').replace(EXTENSION, '');
  const written = /^\s*\+/.test(number) ? number.replace('(0)', '') : number;
  const digits = written.replace(SEPARATORS, '');
  if (!/^\+?\d+$/.test(digits)) return null;
  const found = canonical(digits);
  const { length } = found.replace('+', '');
  return length >= FEWEST_DIGITS && length <= MOST_DIGITS ? found : null;
}

const NO_DIGIT_BEFORE = String.raw`(?<![\p{L}\p{N}+])`;
const NO_DIGIT_AFTER = String.raw`(?![\p{L}\p{N}])`;
const BETWEEN = String.raw`[\s().\-‐-―−/]{0,3}`;
/** Whole numbers that tell where they are: with their country, or ten digits of North America. */
const WHOLE = new RegExp(
  `${NO_DIGIT_BEFORE}(?:(?:\\+|00|011)(?:${BETWEEN}[0-9]){8,15}|(?:1${BETWEEN})?[2-9][0-9]{2}${BETWEEN}[0-9]{3}${BETWEEN}[0-9]{4})${NO_DIGIT_AFTER}`,
  'gu',
);
/** The fewest digits of a text that is nothing but a number of unknown country; days have eight. */
const FEWEST_NATIONAL = 9;
const LONGEST_SPELLING = 60;

/** No whole number has fewer digits; in what is not plain ASCII, digits have many forms. */
const MAY_HOLD_NUMBER = /(?:[0-9][^0-9]*){8}|[^\p{ASCII}]/u;

/** The whole numbers in a text, in the form in which {@link phoneSearch} looks for them. */
export function phoneNumbersIn(text: string): string[] {
  // Most texts have none: they are asked for with every value that an agent found out.
  if (!MAY_HOLD_NUMBER.test(text)) return [];
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  const found = [...plain.matchAll(WHOLE)].flatMap(([written]) => phoneSearch(written) ?? []);
  const alone = plain.length <= LONGEST_SPELLING ? phoneSearch(plain) : null;
  return alone !== null && alone.length >= FEWEST_NATIONAL ? [...found, alone] : found;
}

function canonical(digits: string): string {
  const [, international] = /^(?:\+|00|011(?=\d{9}))([1-9]\d*)$/.exec(digits) ?? [];
  if (international !== undefined) return `+${international}`;
  const [, american] = /^1?([2-9]\d{9})$/.exec(digits) ?? [];
  if (american !== undefined) return `+1${american}`;
  // A leading zero is dialled inside a country and is no part of the number that is kept; in a short text, such as the
  // last four digits, it is.
  return digits.length <= LOCAL_DIGITS ? digits : digits.replace(/^\+?0*/, '');
}
