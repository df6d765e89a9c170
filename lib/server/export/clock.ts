import { fromAbsolute } from '@internationalized/date';

const QUARTER = 900_000;

/** An instant as ISO 8601 in UTC; text that is none as it came. */
export function utcInstant(iso: string): string {
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? iso : new Date(instant).toISOString();
}

/**
 * Makes a reader of a zone's clocks: `2026-11-01 00:30:00`, as spreadsheets understand it. Zones change their
 * offset at quarters of an hour only, so each quarter is looked up once and not each call.
 */
export function localClock(zone: string): (iso: string) => string | null {
  const offsets = new Map<number, number>();
  const offsetAt = (instant: number) => {
    const quarter = Math.floor(instant / QUARTER);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const { offset } = fromAbsolute(instant, zone);
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  };
  return (iso) => {
    const instant = Date.parse(iso);
    if (Number.isNaN(instant)) return null;
    return new Date(instant + offsetAt(instant)).toISOString().slice(0, 19).replace('T', ' ');
  };
}

/** A year of quarters: whoever spreads calls over centuries gets no more memory than that. */
const MOST_OFFSETS = 35_040;
