const LONGEST = 86_400;

/**
 * Seconds to wait by a `Retry-After` header, which is a number of seconds or an HTTP date; a day at most.
 * Undefined when the header is absent or means nothing. `now` is in milliseconds since the epoch.
 */
export function parseRetryAfter(header: unknown, now = Date.now()): number | undefined {
  if (typeof header !== 'string') return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text), LONGEST);
  // `Date.parse` makes dates of almost anything; an HTTP date starts with the name of a day.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  return Math.min(Math.max(0, Math.ceil((date - now) / 1000)), LONGEST);
}
