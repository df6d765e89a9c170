import type { IndexMeta } from '@/lib/call/answers/index-responses';
import { formatCount } from './number';
import { formatInstant, zonedFormat } from './time';

/** Said as long as extracted values are not known of all calls; empty where they are, or nothing depends on them. */
export function extractedWords({ extracted }: Pick<IndexMeta, 'extracted'>): string {
  if (extracted === undefined || extracted.extracted >= extracted.calls) return '';
  return `Extracted values are known of ${formatCount(extracted.extracted)} of ${formatCount(extracted.calls)} calls so far.`;
}

/** A number that was found out, with what it is measured in: `$2,250`, `$2.50/mi`, `45,000 lbs`, `80%`. */
export function formatQuantity(number: number, unit: string | null): string {
  const [, currency, per = ''] = /^([A-Z]{3})(\/.*)?$/.exec(unit ?? '') ?? [];
  if (currency !== undefined) return `${inCurrency(number, currency)}${per}`;
  const written = number.toLocaleString('en-US', { maximumFractionDigits: 6 });
  if (unit === null) return written;
  return unit.startsWith('%') || unit.startsWith('/') ? `${written}${unit}` : `${written} ${unit}`;
}

/** Cents where there are any. */
function inCurrency(number: number, currency: string): string {
  const digits = Number.isInteger(number) ? 0 : 2;
  return number.toLocaleString('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 6),
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar, which is the same one in every zone, or an instant by the clocks of one. */
export function formatFoundDate(iso: string, zone: string, now: number): string {
  if (!DAY.test(iso)) return formatInstant(withZone(iso), zone, now) ?? iso;
  return formatCalendarDay(Date.parse(iso));
}

/** A time that names no zone is in UTC, as the index takes it, and not in that of the browser. */
function withZone(iso: string): string {
  return /(?:z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`;
}

/** The day that begins at this instant in UTC: `Nov 30, 2026`. */
export function formatCalendarDay(start: number): string {
  return zonedFormat('UTC', { year: 'numeric', month: 'short', day: 'numeric' }).format(start);
}
