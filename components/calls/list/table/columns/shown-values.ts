import { readValue } from '@/lib/call/extraction/read-value';
import { type FoundValue, valuesAt } from '@/lib/call/extraction/walk';
import { formatCalendarDay, formatQuantity } from '@/lib/format/extracted';
import { formatInstant } from '@/lib/format/time';

/** A value as people read it, and as it was found. */
export type ShownValue = { text: string; title: string; numeric: boolean };

type How = {
  /** Digits alone are a number, not a code. */
  isNumber: boolean;
  zone: string;
  now: number;
};

/** A time without a zone is told as it was said, by whatever clock; it is read in UTC. */
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

const MOST_TITLE = 500;

/** The values of a key on a call, each once: a number with its unit, a date by the clocks of the zone, yes or no. */
export function shownValues(extraction: unknown, key: string, how: How) {
  const found = valuesAt(extraction, key);
  const values = new Map(found.map((each) => [JSON.stringify(each.value), shownValue(each, how)]));
  return { values: [...values.values()], listed: found.some(({ listed }) => listed) };
}

function shownValue({ value }: FoundValue, { isNumber, zone, now }: How): ShownValue {
  const { type, text, number, unit, digits } = readValue(value);
  const whole = text ?? JSON.stringify(value);
  const shown = { text: whole, title: cut(whole), numeric: false };
  if (type === 'boolean' && typeof value === 'boolean')
    return { ...shown, text: value ? 'Yes' : 'No' };
  if (number === null) return { ...shown, text: cut(whole) };
  if (type === 'number')
    return digits && !isNumber
      ? shown
      : { ...shown, text: formatQuantity(number, unit), numeric: true };
  const instant = new Date(number).toISOString();
  const isDay = instant.endsWith('T00:00:00.000Z') && !/\d:\d/.test(whole);
  return {
    ...shown,
    text: isDay
      ? formatCalendarDay(number)
      : (formatInstant(instant, HAS_ZONE.test(whole.trim()) ? zone : 'UTC', now) ?? whole),
  };
}

function cut(text: string): string {
  return text.length > MOST_TITLE ? `${text.slice(0, MOST_TITLE)}…` : text;
}
