import type {
  CurrentMonth,
  NoForecast,
  OutlookResponse,
} from '@/lib/call/answers/outlook-responses';
import { keysOf } from '@/lib/call/query/filters';
import type { OutlookQuery } from '@/lib/call/query/routes/outlook-query';
import { zonedFormat } from '@/lib/format/time';

/** `Nov 29`; the date is one of somebody's calendar, and no instant. */
export function shortDate(date: string): string {
  return zonedFormat('UTC', { month: 'short', day: 'numeric' }).format(Date.parse(date));
}

/** `November 2026`. */
export function monthName(date: string): string {
  return zonedFormat('UTC', { month: 'long', year: 'numeric' }).format(Date.parse(date));
}

/** `Sunday`. */
export function weekdayName(date: string): string {
  return zonedFormat('UTC', { weekday: 'long' }).format(Date.parse(date));
}

/** `22:47`, by the clocks of the zone. */
export function timeOfDay({ to }: Pick<CurrentMonth, 'to'>, zone: string): string {
  return zonedFormat(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(to),
  );
}

/** Why there is no forecast, and what is known instead. */
export function noForecastWords(
  reason: NoForecast,
  knownFrom: string | null,
  zone: string,
): string {
  const since = knownFrom === null ? null : knownSince(knownFrom, zone);
  switch (reason) {
    case 'incomplete':
      return 'No forecast yet: the index has not read all calls.';
    case 'no_calls':
      return 'No forecast: no call of the last 8 weeks matches.';
    case 'no_costs':
      return 'No forecast: no call of the last 8 weeks has a cost.';
    case 'too_short':
      return `No forecast yet: it takes 4 whole weeks of calls with costs${since ? `, and such calls are known from ${since} only` : ''}.`;
  }
}

export function knownSince(instant: string, zone: string): string {
  return zonedFormat(zone, { month: 'short', day: 'numeric', year: 'numeric' }).format(
    Date.parse(instant),
  );
}

/** Whether the filters leave out calls: those of a budget are all. */
export function isNarrowed({ timezone, ...conditions }: OutlookQuery): boolean {
  return keysOf(conditions).some((key) => conditions[key] !== undefined);
}

/** How good such forecasts were: `Off by 1.1% on average, by 2.9% at most; 9 of 10 forecasts ended within their range.` */
export function backtestWords(result: NonNullable<OutlookResponse['backtest']>): string {
  const within = Math.round(result.within * result.forecasts);
  return `${result.forecasts} forecasts for ${monthsWords(result.months)}: at most ${percent(result.largest_error)} off, ${within} ended within their range`;
}

function monthsWords(months: readonly string[]): string {
  const name = (month: string | undefined) =>
    month === undefined
      ? ''
      : zonedFormat('UTC', { month: 'short' }).format(Date.parse(`${month}-01`));
  if (months.length === 1) return name(months[0]);
  return `${name(months[0])} ${months.length === 2 ? 'and' : 'to'} ${name(months.at(-1))}`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
