import { isRow, listAt, textAt } from './json';

export type Timeframe = 'daily' | 'weekly' | 'monthly';

/** What HappyRobot counted in a span: milliseconds, the first included, the last not. */
export type Usage = { from: number; to: number; calls: number };

const DAY_MS = 86_400_000;

/**
 * The answer of `GET /usage`, latest period first. The documentation does not say how a period is written: it is read
 * as a month (`2026-11`), a week (`2026-W48`) or a date that the period starts with, in UTC.
 */
export function usageOf(body: unknown, timeframe: Timeframe): Usage[] {
  const entries = Array.isArray(body) ? body : listAt(body, 'usage');
  const periods = new Map<number, Usage>();
  for (const entry of entries.filter(isRow)) {
    const calls = Number(textAt(entry, 'callCount') ?? Number.NaN);
    const start = startOf(textAt(entry, 'period') ?? '');
    if (start === undefined || !Number.isSafeInteger(calls) || calls < 0) continue;
    // A key that sees several organizations gets a line for each.
    const before = periods.get(start)?.calls ?? 0;
    periods.set(start, { from: start, to: endOf(start, timeframe), calls: before + calls });
  }
  return [...periods.values()].sort((a, b) => b.from - a.from);
}

function startOf(period: string): number | undefined {
  const week = /^(\d{4})-?W(\d{2})$/.exec(period);
  if (week) return mondayOf(Number(week[1]), Number(week[2]));
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d])/.exec(period);
  if (!date) return undefined;
  const time = Date.parse(`${date[1]}-${date[2]}-${date[3] ?? '01'}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** The Monday of a week by ISO 8601: the first week of a year has its 4th of January. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((week - 1) * 7 - weekday) * DAY_MS;
}

function endOf(start: number, timeframe: Timeframe): number {
  if (timeframe === 'daily') return start + DAY_MS;
  if (timeframe === 'weekly') return start + 7 * DAY_MS;
  const first = new Date(start);
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
}
