'use client';

import clsx from 'clsx';
import { ArrowDownRight, ArrowUpRight, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import { monthHref } from '@/components/costs/view/drill-down';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { formatCount, plural } from '@/lib/format/number';
import { backtestWords, noForecastWords, percent, timeOfDay, weekdayName } from './outlook-words';

/** The month, its forecast, today, and how good such forecasts were. */
export function OutlookFacts({ data }: { data: OutlookResponse }) {
  const { address, filters } = useCostsView();
  const zone = filters.timezone;
  const money = useMoney();
  const { month, to_date, forecast, no_forecast, backtest } = data;
  const calls = monthHref(address, month);
  return (
    <dl className="mt-3 grid grid-cols-1 gap-x-6 gap-y-4 text-text @md:grid-cols-2 @4xl:grid-cols-4">
      <Fact label="Month to date" value={to_date.total === null ? null : money(to_date.total)}>
        <CallsLink href={to_date.calls > 0 ? calls : null}>
          {plural(to_date.calls, 'call')}
        </CallsLink>
        {to_date.calls_without_cost > 0 &&
          `, ${formatCount(to_date.calls_without_cost)} of them without a cost`}
      </Fact>
      <Fact label="Forecast to month’s end" value={forecast && money(forecast.total)}>
        {forecast
          ? `${money(forecast.low)} to ${money(forecast.high)}; 8 of 10 such forecasts end within their range`
          : no_forecast && noForecastWords(no_forecast, data.known_from, zone)}
      </Fact>
      <Today data={data} zone={zone} money={money} />
      <Fact
        label="Past forecasts"
        value={backtest && `${percent(backtest.mean_error)} off on average`}
      >
        {backtest ? backtestWords(backtest) : 'No month that is over had enough known before it.'}
      </Fact>
    </dl>
  );
}

type FactProps = { label: string; value: ReactNode; children: ReactNode };

function Fact({ label, value, children }: FactProps) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd>
        <p className="text-lg font-semibold">{value ?? <Missing />}</p>
        <p className="text-xs text-muted">{children}</p>
      </dd>
    </div>
  );
}

const VERDICTS = {
  usual: { Icon: Check, words: 'As usual', color: 'text-good' },
  above: { Icon: ArrowUpRight, words: 'Unusually high', color: 'text-bad' },
  below: { Icon: ArrowDownRight, words: 'Unusually low', color: 'text-warn' },
} as const;

type TodayProps = { data: OutlookResponse; zone: string; money: (amount: number) => string };

function Today({ data: { today, month }, zone, money }: TodayProps) {
  const { total, band, verdict } = today;
  const time = timeOfDay(month, zone);
  const { Icon, words, color } = VERDICTS[verdict ?? 'usual'];
  return (
    <Fact label={`Today until ${time}`} value={total === null ? null : money(total)}>
      {verdict && (
        <span className={clsx('mr-1 inline-flex items-center gap-0.5 font-medium', color)}>
          <Icon aria-hidden className="size-3.5" />
          {words}:
        </span>
      )}
      {band
        ? `${weekdayName(month.today)}s until then cost ${money(band.low)} to ${money(band.high)}`
        : 'What is usual is not known: it takes 4 such days.'}
      {band &&
        verdict === null &&
        '. Some of today’s calls have no cost yet, so this can still change.'}
    </Fact>
  );
}
