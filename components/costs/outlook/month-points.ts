import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { shortDate } from './outlook-words';

type Day = OutlookResponse['days'][number];

/** A day of the month with what all days until it came to, or should. */
export type MonthPoint = Day & {
  label: string;
  tick: string;
  /** Null for days to come, and while no call so far has a cost. */
  known: number | null;
  /** From today on; null where there is no forecast. */
  ahead: number | null;
  /** How far the end of the month may lie below and above; at its last day only. */
  reach: [number, number] | null;
};

export function monthPoints({
  days,
  month,
  forecast,
}: Pick<OutlookResponse, 'days' | 'month' | 'forecast'>): MonthPoint[] {
  let known = 0;
  let calls = 0;
  let priced = 0;
  let ahead = forecast?.late.total ?? 0;
  return days.map((day) => {
    known += day.total ?? 0;
    calls += day.calls ?? 0;
    priced += (day.calls ?? 0) - (day.calls_without_cost ?? 0);
    ahead += (day.total ?? 0) + (day.expected ?? 0);
    const isLast = day.date === month.last;
    return {
      ...day,
      label: shortDate(day.date),
      tick: String(Number(day.date.slice(8))),
      known: day.date > month.today || (calls > 0 && priced === 0) ? null : known,
      ahead: forecast === null || day.date < month.today ? null : ahead,
      reach:
        forecast !== null && isLast
          ? [forecast.total - forecast.low, forecast.high - forecast.total]
          : null,
    };
  });
}
