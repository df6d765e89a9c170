/** Longer text is shown as it came: nobody reads it, and taking it apart would hold up the page. */
const LONGEST = 200_000;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/**
 * JSON with an indent for every level, or undefined when the text is no JSON object or list. Numbers keep every
 * digit and keys that occur twice stay, as nothing goes through values on the way.
 */
export function indentJson(text: string): string | undefined {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text) || !isJson(text)) return undefined;
  let depth = 0;
  let before = '';
  const written: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') depth -= 1;
    const isEmpty = before === '{' || before === '[' ? token === '}' || token === ']' : false;
    const opensLine = before === '{' || before === '[' || before === ',' || isClosing(token);
    if (opensLine && !isEmpty) written.push('\n', '  '.repeat(Math.min(depth, DEEPEST)));
    written.push(spelled(token));
    if (token === ':') written.push(' ');
    if (token === '{' || token === '[') depth += 1;
    before = token;
  }
  return written.join('');
}

/** Deeper levels stay at this indent: otherwise a few bytes of brackets would make megabytes of blanks. */
const DEEPEST = 20;

function isClosing(token: string): boolean {
  return token === '}' || token === ']';
}

/** Escapes are written as the letters they stand for. */
function spelled(token: string): string {
  return token.startsWith('"') && token.includes('\\') ? JSON.stringify(JSON.parse(token)) : token;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A value that came parsed, as indented JSON. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch {
    return 'Nested too deeply to be shown.';
  }
}
