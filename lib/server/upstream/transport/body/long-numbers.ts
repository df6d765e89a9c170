/**
 * JSON in which whole numbers with more digits than a number keeps (ids, references, account numbers) are text: what
 * HappyRobot wrote is what people read, find and export. Text without any is given back as it is, and costs little:
 * pages hold megabytes, so only every sixteenth character is looked at.
 */
export function withLongNumbersAsText(json: string): string {
  const pieces: string[] = [];
  let copied = 0;
  let outside = 0;
  for (let run = longRun(json, 0); run; run = longRun(json, run.end)) {
    const start = json[run.start - 1] === '-' ? run.start - 1 : run.start;
    if (!isWhereValuesStand(json, start)) continue;
    outside = passStrings(json, outside, start);
    if (outside > start) continue;
    const token = numberAt(json, start);
    if (String(Number(token)) === token) continue;
    pieces.push(json.slice(copied, start), '"', token, '"');
    copied = start + token.length;
  }
  return pieces.length === 0 ? json : pieces.join('') + json.slice(copied);
}

/** Fewer digits are never too many. */
const LEAST = 16;

/** The next run of so many digits: each of them holds a place that is looked at. */
function longRun(json: string, from: number): { start: number; end: number } | undefined {
  for (let at = from + LEAST - 1; at < json.length; at += LEAST) {
    if (!isDigit(json, at)) continue;
    let start = at;
    while (start > from && isDigit(json, start - 1)) start -= 1;
    let end = at + 1;
    while (isDigit(json, end)) end += 1;
    if (end - start >= LEAST) return { start, end };
    at = end - 1;
  }
  return undefined;
}

function isDigit(json: string, at: number): boolean {
  const code = json.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** A number comes after a colon, a comma or a bracket; most digits stand inside of ids and need no further look. */
function isWhereValuesStand(json: string, start: number): boolean {
  let before = start - 1;
  while (/\s/.test(json[before] ?? '')) before -= 1;
  return ':,['.includes(json[before] ?? ' ');
}

/** Goes on from a place outside of strings to `to`, or behind the string that holds it. */
function passStrings(json: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const open = json.indexOf('"', at);
    if (open === -1 || open >= to) return to;
    at = endOfString(json, open);
  }
  return at;
}

function endOfString(json: string, open: number): number {
  let at = open;
  do {
    at = json.indexOf('"', at + 1);
    if (at === -1) return json.length + 1;
  } while (isEscaped(json, at));
  return at + 1;
}

const BACKSLASH = 92;

function isEscaped(json: string, quote: number): boolean {
  let before = quote - 1;
  while (json.charCodeAt(before) === BACKSLASH) before -= 1;
  return (quote - before) % 2 === 0;
}

/**
 * The whole number at a place, with decimals and exponent where it has any: no more than JSON calls a number, or what
 * is none would become a text.
 */
function numberAt(json: string, start: number): string {
  NUMBER.lastIndex = start;
  return NUMBER.exec(json)?.[0] ?? '';
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
