'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { nothingToDraw, totalCost } from '@/components/costs/amounts';
import { CallsLink } from '@/components/costs/calls-link';
import { bucketHref } from '@/components/costs/drill-down';
import { sumsQuery } from '@/components/costs/questions';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import type { LegendEntry } from '@/components/costs/save/picture';
import {
  type CostsPage,
  useCostsView,
  useMoney,
  useScaleMoney,
} from '@/components/costs/use-costs-view';
import { useTime } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { lazily } from '@/components/ui/lazily';
import { costsQueryOptions } from '@/lib/api/costs';
import type { CostsResponse } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import type { Interval } from '@/lib/call/query/costs-query';
import { formatCount, plural } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { ChartCard } from './chart-card';
import { mostExpensivePoint, type TimePoint, timePoints } from './over-time-points';

const OverTimeChart = lazily(() => import('@/components/costs/charts/over-time-chart'));

/** More bars than this are no picture any more. */
const MOST_BARS = 750;

export function OverTimeCard() {
  const view = useCostsView();
  const { zone } = useTime();
  const money = useMoney();
  const scale = useScaleMoney();
  const router = useRouter();
  const result = useQuery(costsQueryOptions(sumsQuery(view)));
  const pointsOf = (data: CostsResponse) => timePoints(data, view.interval, zone);
  const hrefOf = (data: CostsResponse, point: TimePoint) =>
    bucketHref(view.address, data.periods.current, point);
  return (
    <ChartCard
      name="Cost over time"
      result={result}
      height="h-72"
      empty={({ totals }) => nothingToDraw(totals)}
      summary={(data) => summaryOf(data, pointsOf(data), view.interval, money)}
      legend={(data) => legendOf(data)}
      chart={(data) =>
        data.series.length > MOST_BARS ? (
          <TooMany count={data.series.length} />
        ) : (
          <OverTimeChart
            points={pointsOf(data)}
            money={money}
            scale={scale}
            compared={data.previous !== null}
            onOpen={(point) => router.push(hrefOf(data, point))}
          />
        )
      }
      chartData={(data) =>
        chartDataOf(columnsOf(data, view, money), pointsOf(data), ({ start }) => start)
      }
    />
  );
}

function summaryOf(
  { totals }: CostsResponse,
  points: readonly TimePoint[],
  interval: Interval,
  money: (amount: number) => string,
): string {
  const dearest = mostExpensivePoint(points);
  const whole = `${money(totals.total)} over ${plural(points.length, interval)}.`;
  if (!dearest || points.length < 2) return whole;
  return `${whole} The most expensive: ${dearest.label} with ${money(dearest.total)} for ${plural(dearest.calls, 'call')}.`;
}

function legendOf({ series, previous }: CostsResponse): LegendEntry[] {
  const entries: LegendEntry[] = COST_COMPONENTS.map((component) => ({
    label: COST_LABELS[component],
    color: `var(--cost-${component})`,
  }));
  if (series.some(({ partial }) => partial))
    entries.push({ label: 'Partial', color: 'var(--cost-voip)', mark: 'light' });
  if (previous !== null)
    entries.push({ label: 'Period before, total', color: 'var(--text)', mark: 'line' });
  return entries;
}

function columnsOf(
  data: CostsResponse,
  { address }: CostsPage,
  money: (amount: number) => string,
): Column<TimePoint>[] {
  const { current, previous } = data.periods;
  const amount = (name: string, value: (point: TimePoint) => number | null): Column<TimePoint> => ({
    name,
    numeric: true,
    value,
    cell: (point) => textOf(value(point), money),
  });
  return [
    { name: 'Start', value: ({ start }) => start, fileOnly: true },
    { name: 'End', value: ({ end }) => end, fileOnly: true },
    {
      name: 'Period',
      value: ({ start }) => start,
      cell: (point) => (
        <>
          {point.label}
          {point.partial && <span className="ml-2 text-xs text-faint">partial</span>}
        </>
      ),
    },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (point) => (
        <CallsLink href={point.calls > 0 ? bucketHref(address, current, point) : null}>
          {formatCount(point.calls)}
        </CallsLink>
      ),
    },
    amount('Total', totalCost),
    ...COST_COMPONENTS.map((component) =>
      amount(COST_LABELS[component], (point) =>
        totalCost(point) === null ? null : point[component],
      ),
    ),
    amount('Per call', ({ per_call }) => per_call),
    ...(data.previous && previous
      ? [
          {
            ...amount('Period before', ({ before }) => before && totalCost(before)),
            cell: ({ before }: TimePoint) =>
              before && (
                <CallsLink href={before.calls > 0 ? bucketHref(address, previous, before) : null}>
                  {textOf(totalCost(before), money) ?? 'no cost'}
                </CallsLink>
              ),
          },
        ]
      : []),
  ];
}

function textOf(value: number | null, money: (amount: number) => string): string | null {
  return value === null ? null : money(value);
}

function TooMany({ count }: { count: number }) {
  const { choose } = useAddress();
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 text-center">
      <p className="max-w-md text-muted">
        {formatCount(count)} bars are too many to draw. Choose a longer interval, or look at the
        table.
      </p>
      <Button onClick={() => choose({ interval: 'week' })}>Show by week</Button>
    </div>
  );
}
