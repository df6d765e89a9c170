import { filterCodecs } from '@/lib/call/query/filters';
import { plainNumber } from '@/lib/call/values/typed-number';

export type RangeKey = 'duration' | 'cost';
/** The bounds in force; null is open. */
export type Bounds = { min: number | null; max: number | null };

/** What typed bounds mean, or which of them is wrong and how. */
export type ReadBounds = { bounds: Bounds } | { wrong: 'min' | 'max'; problem: string };

/** Reads what was typed into the two fields of a range; an empty field is an open end. */
export function readBounds(range: RangeKey, typed: { min: string; max: string }): ReadBounds {
  const min = readBound(range, typed.min);
  if (min === undefined) return { wrong: 'min', problem: UNREAD[range] };
  const max = readBound(range, typed.max);
  if (max === undefined) return { wrong: 'max', problem: UNREAD[range] };
  if (min !== null && max !== null && min > max)
    return { wrong: 'max', problem: 'The maximum is below the minimum.' };
  return { bounds: { min, max } };
}

const UNREAD: Record<RangeKey, string> = {
  duration: 'Enter seconds, such as 90, or a time, such as 1:30 or 5m.',
  cost: 'Enter a number of at least 0, such as 90 or 0.25.',
};

/** Null is an empty field, undefined what cannot be read. */
function readBound(range: RangeKey, text: string): number | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  const time = range === 'duration' ? secondsOf(written) : undefined;
  const decoded = filterCodecs.min_cost.decode(time ?? plainNumber(written));
  return 'value' in decoded ? decoded.value : undefined;
}

/** `1:30` and `1:00:00`. */
const CLOCK = /^(?:(\d{1,5}):(?=[0-5]\d:))?(\d{1,6}):([0-5]\d)$/;
const AMOUNT = String.raw`(\d{1,6}(?:[.,]\d{1,2})?)`;
/** `5m`, `1h 30m`, `90 sec`. */
const UNITS = new RegExp(
  `^(?:${AMOUNT} ?h(?:ours?|rs?)?)? ?(?:${AMOUNT} ?m(?:in(?:ute)?s?)?)? ?(?:${AMOUNT} ?s(?:ec(?:ond)?s?)?)?$`,
  'i',
);

/** A time that somebody wrote, in seconds. */
function secondsOf(written: string): string | undefined {
  const [, hours, minutes, seconds] = CLOCK.exec(written) ?? UNITS.exec(written) ?? [];
  const parts = [hours, minutes, seconds].map((part) => Number((part ?? '0').replace(',', '.')));
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined;
  const [h = 0, m = 0, s = 0] = parts;
  return filterCodecs.min_duration.encode(h * 3600 + m * 60 + s);
}

/** A bound as it stands in its field. */
export function boundText(bound: number | null): string {
  return bound === null ? '' : filterCodecs.min_cost.encode(bound);
}
