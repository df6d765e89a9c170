'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { CallsLink } from '@/components/costs/calls-link';
import { barHref } from '@/components/costs/drill-down';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import { useCostsView, useScaleMoney } from '@/components/costs/use-costs-view';
import { lazily } from '@/components/ui/lazily';
import { patternsQueryOptions } from '@/lib/api/costs';
import type { PatternsResponse, RangedPatterns } from '@/lib/call/answers/index-responses';
import { formatShare } from '@/lib/format/money';
import { formatCount, plural } from '@/lib/format/number';
import { ChartCard } from './chart-card';
import { MostExpensiveCalls } from './most-expensive-calls';
import { type CostBar, costBars } from './patterns';

const HistogramChart = lazily(() => import('@/components/costs/charts/histogram-chart'));

/** What single calls cost, and which cost most. */
export function DistributionCard() {
  const { address, filters } = useCostsView();
  const scale = useScaleMoney();
  const router = useRouter();
  const result = useQuery(patternsQueryOptions(filters));
  const hrefsOf =
    ({ ranges }: RangedPatterns) =>
    (bar: CostBar) =>
      bar.count === 0 ? null : barHref(address, ranges.current, bar, bar.place);
  return (
    <ChartCard
      name="Distribution"
      alone
      result={result}
      height="h-60"
      empty={emptyOf}
      summary={({ distribution }) => summaryOf(distribution, scale)}
      chart={(data) => (
        <HistogramChart
          bars={costBars(data.distribution, scale)}
          scale={scale}
          onOpen={(bar) => {
            const href = hrefsOf(data)(bar);
            if (href) router.push(href);
          }}
        />
      )}
      chartData={(data) =>
        chartDataOf(
          columnsOf(hrefsOf(data)),
          costBars(data.distribution, scale),
          ({ label }) => label,
        )
      }
      below={({ ranges }) => <MostExpensiveCalls range={ranges.current} />}
    />
  );
}

function emptyOf({ cells, distribution }: PatternsResponse): string | null {
  if (cells.length === 0) return 'No call matches these filters in this range.';
  return distribution.some(({ count }) => count > 0)
    ? null
    : 'None of these calls has a cost. That is not a cost of zero: HappyRobot has not said what they cost.';
}

function summaryOf(
  distribution: PatternsResponse['distribution'],
  scale: (amount: number) => string,
): string {
  const calls = distribution.reduce((sum, { count }) => sum + count, 0);
  const [most] = [...distribution].sort((a, b) => b.count - a.count);
  if (!most) return '';
  const share = formatShare(most.count, calls);
  return `${plural(calls, 'call has', 'calls have')} a cost; most often between ${scale(most.from)} and ${scale(most.to)}: ${formatCount(most.count)}${share ? ` (${share})` : ''}.`;
}

function columnsOf(hrefOf: (bar: CostBar) => string | null): Column<CostBar>[] {
  return [
    { name: 'From', value: ({ from }) => from, fileOnly: true },
    { name: 'To', value: ({ to }) => to, fileOnly: true },
    { name: 'Cost of a call', value: ({ from }) => from, cell: ({ label }) => label },
    {
      name: 'Calls',
      numeric: true,
      value: ({ count }) => count,
      cell: (bar) => <CallsLink href={hrefOf(bar)}>{formatCount(bar.count)}</CallsLink>,
    },
  ];
}
