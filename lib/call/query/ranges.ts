import { text } from '@/lib/call/values/codec';

export const RELATIVE_RANGES = [
  '-24h',
  '-7d',
  '-28d',
  '-30d',
  '-90d',
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-12-months',
] as const;
/** No range, said in so many words: a page may have one of its own where none is named. */
export const ALL_TIME = 'all';
export type RelativeRange = (typeof RELATIVE_RANGES)[number] | typeof ALL_TIME;

/** A moment with its zone. */
export const instant = text(
  (value) =>
    isInstant(value)
      ? undefined
      : 'must be an ISO 8601 instant with its zone, such as 2026-11-01T00:00:00Z',
  { type: 'string', format: 'date-time' },
);

const RANGE_WORDS = [...RELATIVE_RANGES, ALL_TIME] as const;

/** Where a range begins: a moment, or a word that moves with the clock. */
export const rangeStart = text(
  (value) =>
    isRelativeRange(value) || isInstant(value)
      ? undefined
      : `must be an ISO 8601 instant with its zone, such as 2026-11-01T00:00:00Z, or one of ${RANGE_WORDS.join(', ')}`,
  { anyOf: [instant.schema, { enum: RANGE_WORDS }] },
);

/** Whether text is an instant: a date and a time with their zone, and one that exists in the calendar. */
function isInstant(value: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(
    value,
  )?.[1];
  if (day === undefined || Number.isNaN(Date.parse(value))) return false;
  // The engine takes the 30th of February for a day in March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

export function isRelativeRange(from: string | null | undefined): from is RelativeRange {
  return RANGE_WORDS.some((range) => range === from);
}
