const FAILED_WORDS: ReadonlySet<unknown> = new Set(['error', 'failed', 'failure', 'exception']);
const FAILED_TEXT =
  /^[\s"'[(*]*(error|failed|failure|exception|timeout|timed out|traceback)\b(?<rest>.*)/is;
/** What says that there was none, as a value. */
const NONE: ReadonlySet<string> = new Set(['', 'none', 'null', 'false', '0']);
/** The same after such a word: `: none`, `" = ""`, but not `: null value in column "name"`. */
const NONE_TEXT =
  /^["'*]*\s*[:=][ \t*]*(?:(["']?)(?:none|null|false|0)\1|""|'')[ \t*]*(?:[,;)\]}\r\n]|\.(?!\d)|$)/i;
/** More than that is a document, and no message of a failure. */
const LONGEST_PARSED = 200_000;

/** Whether what a tool gave back says that it failed. Tools have no common way to say so: these are the usual ones. */
export function tellsFailure(result: string): boolean {
  const once = parsed(result);
  // Some tools write JSON into JSON.
  const value = typeof once === 'string' ? parsed(once) : once;
  if (typeof value === 'string') return isFailedText(value);
  return isObject(value) && (isFailure(value) || (isObject(value.body) && isFailure(value.body)));
}

function isFailedText(text: string): boolean {
  const rest = FAILED_TEXT.exec(text)?.groups?.rest;
  return rest !== undefined && !NONE_TEXT.test(rest);
}

function isFailure(record: Record<string, unknown>): boolean {
  if (saysSomething(record.error) || saysSomething(record.errors)) return true;
  if (record.success === false || record.ok === false) return true;
  if (record.isError === true || record.is_error === true) return true;
  return [record.status, record.statusCode, record.status_code].some(isFailed);
}

function isFailed(status: unknown): boolean {
  if (typeof status === 'string')
    return FAILED_WORDS.has(status.trim().toLowerCase()) || /^[45]\d\d$/.test(status.trim());
  return typeof status === 'number' && status >= 400 && status < 600;
}

/** `error: null`, `false`, `""`, `"none"`, `[]`, `{}` and 0 say that there was none. */
function saysSomething(error: unknown): boolean {
  if (typeof error === 'object' && error !== null) return Object.keys(error).length > 0;
  return typeof error === 'string' ? !NONE.has(error.trim().toLowerCase()) : Boolean(error);
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_PARSED) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
