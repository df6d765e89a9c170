import { fromAbsolute } from '@internationalized/date';

/** From `start` on (quarter-hours since 1970) the clocks of a zone are `offset` quarter-hours ahead of UTC. */
export type ZonePeriod = { start: number; offset: number };

const QUARTER_MS = 900_000;
/** Clocks have never changed twice within so many quarter-hours, but for a handful of decrees: a week. */
const STEP = 7 * 96;
const MAX_REMEMBERED = 200;

const remembered = new Map<string, ZonePeriod[]>();

/**
 * The offsets of a zone between two quarter-hours, the first from `from` on. Every offset since 1972 is a whole
 * number of quarter-hours.
 */
export function zonePeriods(zone: string, from: number, to: number): ZonePeriod[] {
  const key = `${zone} ${from} ${to}`;
  const known = remembered.get(key);
  if (known) return known;
  const periods: ZonePeriod[] = [{ start: from, offset: offsetAt(zone, from) }];
  for (let before = from; before < to; before += STEP) {
    const after = Math.min(before + STEP, to);
    if (offsetAt(zone, before) !== offsetAt(zone, after))
      periods.push(changeBetween(zone, before, after));
  }
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, periods);
  return periods;
}

/** The quarter-hour that the clocks of a zone show at an instant, and the milliseconds since it began. */
export function quarterShown(zone: string, instant: number): { quarter: number; rest: number } {
  const quarter = Math.floor(instant / QUARTER_MS);
  return { quarter: quarter + offsetAt(zone, quarter), rest: instant - quarter * QUARTER_MS };
}

function changeBetween(zone: string, before: number, after: number): ZonePeriod {
  const old = offsetAt(zone, before);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === old) low = middle;
    else high = middle;
  }
  return { start: high, offset: offsetAt(zone, high) };
}

function offsetAt(zone: string, quarter: number): number {
  return Math.round(fromAbsolute(quarter * QUARTER_MS, zone).offset / QUARTER_MS);
}
