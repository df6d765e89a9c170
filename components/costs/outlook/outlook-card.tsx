'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { monthHref } from '@/components/costs/view/drill-down';
import { type Money, useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import type { LegendEntry } from '@/components/figures/save/picture';
import { lazily } from '@/components/ui/lazily';
import { budgetsQueryOptions, outlookQueryOptions } from '@/lib/api/outlook';
import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { outlookQueryOf } from '@/lib/call/query/routes/outlook-query';
import { formatCount } from '@/lib/format/number';
import { Budgets } from './budgets/budgets';
import { type MonthPoint, monthPoints } from './month-points';
import { OutlookFacts } from './outlook-facts';
import { OutlookNotes } from './outlook-notes';
import { isNarrowed, monthName, timeOfDay } from './outlook-words';
import { TodayCard } from './today-card';

const MonthChart = lazily(() => import('./month-chart'));

/** Where the current month is going, and what it may cost; the dates of the page do not matter here. */
export default function OutlookCard() {
  const { address, filters } = useCostsView();
  const money = useMoney();
  const router = useRouter();
  const result = useQuery(outlookQueryOptions(filters));
  const budgets = useQuery(budgetsQueryOptions(filters.timezone));
  const narrowed = isNarrowed(outlookQueryOf(filters));
  const ofAll = budgets.data?.budgets.find(({ use_case }) => use_case === null);
  const budget = narrowed || !ofAll ? null : ofAll.amount;
  const hrefOf = ({ from, to }: MonthPoint) =>
    from !== null && to !== null ? monthHref(address, { from, to }) : null;
  return (
    <>
      <ChartCard
        name="This month"
        result={result}
        height="h-56"
        empty={() => null}
        summary={(data) => (
          <>
            <span className="text-text">{monthName(data.month.first)}</span> until{' '}
            {timeOfDay(data.month, filters.timezone)} today, whatever dates are chosen
            {narrowed ? '; only calls that match the filters.' : '.'}
            <OutlookFacts data={data} />
          </>
        )}
        legend={(data) => legendOf(data, budget)}
        chart={(data) => (
          <MonthChart
            points={monthPoints(data)}
            budget={budget}
            money={money}
            onOpen={(point) => {
              const href = hrefOf(point);
              if (href !== null) router.push(href);
            }}
          />
        )}
        chartData={(data) =>
          chartDataOf(
            columnsOf(monthPoints(data), hrefOf, money),
            monthPoints(data),
            ({ date }) => date,
          )
        }
        below={(data) => <OutlookNotes data={data} zone={filters.timezone} />}
      />
      <TodayCard result={result} />
      <Budgets result={budgets} narrowed={narrowed} zone={filters.timezone} />
    </>
  );
}

function legendOf({ forecast }: OutlookResponse, budget: number | null): LegendEntry[] {
  const entries: LegendEntry[] = [{ label: 'Month to date', color: 'var(--text)' }];
  if (forecast)
    entries.push({
      label: 'Forecast, with its range at the end',
      color: 'var(--accent)',
      mark: 'line',
    });
  if (budget !== null) entries.push({ label: 'Budget', color: 'var(--bad)', mark: 'line' });
  return entries;
}

function columnsOf(
  points: readonly MonthPoint[],
  hrefOf: (point: MonthPoint) => string | null,
  money: Money,
): Column<MonthPoint>[] {
  // What adds up is written alike.
  const write = money.of(points.flatMap(({ known, ahead }) => [known, ahead]));
  const amount = (name: string, value: (point: MonthPoint) => number | null) =>
    amountColumn(name, value, write);
  return [
    { name: 'Day', value: ({ date }) => date, cell: ({ label }) => label },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (point) =>
        point.calls === null ? null : (
          <CallsLink href={point.calls > 0 ? hrefOf(point) : null}>
            {formatCount(point.calls)}
          </CallsLink>
        ),
    },
    {
      name: 'Without a cost',
      numeric: true,
      value: ({ calls_without_cost }) => calls_without_cost,
    },
    amount('Total', ({ total }) => total),
    amount('Still expected', ({ expected }) => expected),
    amount('Month to date', ({ known }) => known),
    amount('Forecast', ({ ahead }) => ahead),
  ];
}
