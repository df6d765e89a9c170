'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { monthHref } from '@/components/costs/view/drill-down';
import { type Money, useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { lazily } from '@/components/ui/lazily';
import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { timeOfDay, weekdayName } from './outlook-words';
import { type HourPoint, hourPoints } from './today-points';

const TodayChart = lazily(() => import('./today-chart'));

/** Whether today is unusual: what it came to hour by hour, in the band of the same weekday. */
export function TodayCard({ result }: { result: UseQueryResult<OutlookResponse> }) {
  const { address, filters } = useCostsView();
  const money = useMoney();
  const router = useRouter();
  const hrefOf = ({ month, days }: OutlookResponse, { hour, total }: HourPoint) => {
    const today = days.find(({ date }) => date === month.today);
    const asked = address.hours?.includes(hour) ?? true;
    if (total === null || !asked || !today?.from) return null;
    return monthHref(address, { from: today.from, to: month.to }, { hours: [hour] });
  };
  return (
    <ChartCard
      name="Today"
      result={result}
      height="h-44"
      empty={({ today }) =>
        today.band === null
          ? `What is usual is not known: it takes 4 such days whose calls and costs are known.`
          : null
      }
      summary={({ month }) =>
        `What today came to until ${timeOfDay(month, filters.timezone)}, hour by hour, and where 19 of 20 ${weekdayName(month.today)}s lie.`
      }
      legend={({ month }) => [
        { label: 'Today', color: 'var(--text)' },
        { label: `Usual on ${weekdayName(month.today)}s`, color: 'var(--accent)', mark: 'light' },
      ]}
      chart={(data) => (
        <TodayChart
          points={hourPoints(data)}
          money={money}
          onOpen={(point) => {
            const href = hrefOf(data, point);
            if (href !== null) router.push(href);
          }}
        />
      )}
      chartData={(data) =>
        chartDataOf(
          columnsOf(hourPoints(data), (point) => hrefOf(data, point), money),
          hourPoints(data),
          ({ label }) => label,
        )
      }
    />
  );
}

function columnsOf(
  points: readonly HourPoint[],
  hrefOf: (point: HourPoint) => string | null,
  money: Money,
): Column<HourPoint>[] {
  // What is compared is written alike.
  const write = money.of(points.flatMap(({ total, band }) => [total, band?.high]));
  const amount = (name: string, value: (point: HourPoint) => number | null) =>
    amountColumn(name, value, write);
  return [
    {
      name: 'Until',
      value: ({ label }) => label,
      cell: (point) => <CallsLink href={hrefOf(point)}>{point.label}</CallsLink>,
    },
    amount('Today', ({ total }) => total),
    amount('Usually at least', ({ band }) => band?.low ?? null),
    amount('Usually', ({ band }) => band?.mean ?? null),
    amount('Usually at most', ({ band }) => band?.high ?? null),
  ];
}
