'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Explained } from '@/components/costs/explained';
import { barHref } from '@/components/costs/view/drill-down';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { lazily } from '@/components/ui/lazily';
import { patternsQueryOptions } from '@/lib/api/costs';
import type { RangedPatterns } from '@/lib/call/answers/index-responses';
import { formatCount } from '@/lib/format/number';
import { type CostBar, costBars, costRows, edgesOf } from './cost-bars';
import { MostExpensiveCalls } from './most-expensive-calls';
import { costMarks, nothingSpread, spreadWords } from './spread-words';

const HistogramChart = lazily(() => import('@/components/figures/charts/histogram-chart'));

/** What single calls cost, and which cost most. */
export function DistributionCard() {
  const { address, filters } = useCostsView();
  const money = useMoney();
  const router = useRouter();
  const result = useQuery(patternsQueryOptions(filters));
  const hrefsOf =
    ({ ranges }: RangedPatterns) =>
    (bar: CostBar) =>
      bar.count === 0 ? null : barHref(address, ranges.current, bar);
  return (
    <ChartCard
      name="Distribution"
      alone
      result={result}
      height="h-64"
      empty={nothingSpread}
      summary={(data) => spreadWords(data, money)}
      chart={(data) => (
        <HistogramChart
          bars={costBars(data, money)}
          edges={edgeWords(data, money)}
          marks={costMarks(data, money)}
          onOpen={(bar) => {
            const href = hrefsOf(data)(bar);
            if (href) router.push(href);
          }}
        />
      )}
      chartData={(data) =>
        chartDataOf(columnsOf(hrefsOf(data)), costRows(data, money), ({ label }) => label)
      }
      below={({ ranges }) => (
        <>
          <p className="flex items-center gap-1 text-xs text-muted">
            Median and p95 by nearest rank: each is what a call did cost.
            <Explained what="percentile" />
          </p>
          <MostExpensiveCalls range={ranges.current} />
        </>
      )}
    />
  );
}

/** Beyond the beginning of the open bar there is no edge. */
function edgeWords(data: RangedPatterns, { axis }: ReturnType<typeof useMoney>): string[] {
  const edges = edgesOf(data);
  return [...edges.map(axis(edges)), ...(data.open_end ? ['more'] : [])];
}

function columnsOf(hrefOf: (bar: CostBar) => string | null): Column<CostBar>[] {
  return [
    { name: 'From', value: ({ from }) => from, fileOnly: true },
    { name: 'To', value: ({ to }) => to, fileOnly: true },
    { name: 'Cost of a call', value: ({ from }) => from ?? -1, cell: ({ label }) => label },
    {
      name: 'Calls',
      numeric: true,
      value: ({ count }) => count,
      cell: (bar) => <CallsLink href={hrefOf(bar)}>{formatCount(bar.count)}</CallsLink>,
    },
  ];
}
