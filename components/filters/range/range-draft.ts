import { type Bounded, filterCodecs } from '@/lib/call/query/filters';
import { plainNumber } from '@/lib/call/values/typed-number';

export type RangeKey = Bounded;
/** The bounds in force; null is open. */
export type Bounds = { min: number | null; max: number | null };

/** What typed bounds mean, or which of them is wrong and how. */
export type ReadBounds = { bounds: Bounds } | { wrong: 'min' | 'max'; problem: string };

type Kind = 'time' | 'amount' | 'percent' | 'count';

/** What the numbers of a range are to people; a part of 1 is a percentage. */
export const RANGE_KINDS: Readonly<Record<RangeKey, Kind>> = {
  duration: 'time',
  cost: 'amount',
  talk_share: 'percent',
  silence: 'time',
  interruptions: 'count',
  response_time: 'time',
  tool_errors: 'count',
};

/** Reads what was typed into the two fields of a range; an empty field is an open end. */
export function readBounds(range: RangeKey, typed: { min: string; max: string }): ReadBounds {
  const problem = UNREAD[RANGE_KINDS[range]];
  const min = readBound(range, typed.min);
  if (min === undefined) return { wrong: 'min', problem };
  const max = readBound(range, typed.max);
  if (max === undefined) return { wrong: 'max', problem };
  if (min !== null && max !== null && min > max)
    return { wrong: 'max', problem: 'The maximum is below the minimum.' };
  return { bounds: { min, max } };
}

const UNREAD: Record<Kind, string> = {
  time: 'Enter seconds, such as 90, or a time, such as 1:30 or 5m.',
  amount: 'Enter a number of at least 0, such as 90 or 0.25.',
  percent: 'Enter a percentage from 0 to 100, such as 60.',
  count: 'Enter a whole number, such as 2.',
};

/** Null is an empty field, undefined what cannot be read. */
function readBound(range: RangeKey, text: string): number | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  const decoded = filterCodecs[`min_${range}`].decode(numberIn(RANGE_KINDS[range], written));
  return 'value' in decoded ? decoded.value : undefined;
}

/** The number that somebody wrote, as an address would have it; what is none stays what it is. */
function numberIn(kind: Kind, written: string): string {
  if (kind === 'time') return secondsOf(written) ?? plainNumber(written);
  if (kind !== 'percent') return plainNumber(written);
  const percent = filterCodecs.min_cost.decode(plainNumber(written.replace(/ ?%$/, '')));
  return 'value' in percent ? filterCodecs.min_cost.encode(percent.value / 100) : written;
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
export function boundText(range: RangeKey, bound: number | null): string {
  if (bound === null) return '';
  return filterCodecs.min_cost.encode(RANGE_KINDS[range] === 'percent' ? bound * 100 : bound);
}
