/**
 * Reads JSON. Some servers write `NaN` and `Infinity` where a number is not known: they are read as null.
 * @throws {SyntaxError} when it is no JSON even so.
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = withoutNonNumbers(text);
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

const NON_NUMBERS = /(?<![\w$])-?(?:NaN|Infinity)(?![\w$])/g;

/** Looks between the texts only: what is in quotes is nobody's number. */
function withoutNonNumbers(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const opening = text.indexOf('"', start);
    const end = opening === -1 ? text.length : opening;
    pieces.push(text.slice(start, end).replace(NON_NUMBERS, 'null'));
    start = opening === -1 ? end : closingQuote(text, opening) + 1;
    pieces.push(text.slice(end, start));
  }
  return pieces.join('');
}

/** Where the text that is opened at a place ends; a backslash takes the sign behind it along. */
function closingQuote(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at += 1;
  }
  return text.length - 1;
}
