/**
 * Text that no spreadsheet takes for a formula, whatever it splits the file at: commas, semicolons or tabs. Where the
 * text, one of its lines, or what follows a semicolon or a tab starts with what formulas start with, in ASCII or full
 * width, after white space, quotes and invisible characters, an apostrophe goes before it; and before the text itself
 * where that starts with a tab or a line break. Where there is an apostrophe already there is one more, so that taking
 * one away gives every text back as it was.
 */
export function withoutFormula(text: string): string {
  const parts = text.replace(PART, "$&'");
  return START.test(parts) ? `'${parts}` : parts;
}

/** What is passed over before a formula: white space and what cannot be seen, but nothing that parts texts itself. */
const SKIP = String.raw`(?:(?![\t-\r\u0085\u2028\u2029])[\s\p{Cf}\p{Cc}])`;
const SIGN = '[=+\\-@＝＋－＠]';
const START = new RegExp(`^'*(?:[\\t\\r\\n]|${SKIP}*${SIGN})`, 'u');
const PART = new RegExp(
  String.raw`(?:\r\n|[\t-\r\u0085\u2028\u2029;])(?='*(?:${SKIP}|")*${SIGN})`,
  'gu',
);
