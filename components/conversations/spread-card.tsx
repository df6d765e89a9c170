'use client';

import { useRouter } from 'next/navigation';
import { type CostBar, placeAmong } from '@/components/costs/distribution/cost-bars';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { lazily } from '@/components/ui/lazily';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { MEASURE_DEFINITIONS } from '@/lib/call/conversation/definitions';
import { type AskedMeasure, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import { formatMeasure } from '@/lib/format/measure';
import { formatCount } from '@/lib/format/number';
import { barHref } from './links';
import { nothingMeasured } from './nothing-measured';
import { MEASURE_UNITS } from './shown-measure';
import { edgesOf, type SpreadBar, spreadBars } from './spread-bars';
import { useConversations } from './use-conversations';

const HistogramChart = lazily(() => import('@/components/figures/charts/histogram-chart'));

/** How the calls are spread over a measure. */
export function SpreadCard({ measure }: { measure: AskedMeasure }) {
  const { address, result } = useConversations();
  const router = useRouter();
  const { term } = MEASURE_DEFINITIONS[measure];
  const hrefOf = (data: ConversationsResponse) => (bar: Pick<CostBar, 'from' | 'to' | 'count'>) =>
    bar.count === 0 || bar.from === null
      ? null
      : barHref(address, data.range, measure, { from: bar.from, to: bar.to });
  return (
    <ChartCard
      name={`${term}, distribution`}
      alone
      result={result}
      height="h-56"
      empty={(data) => nothingMeasured(data, measure)}
      summary={({ totals }) =>
        `${formatCount(totals.measures[measure].calls)} calls, by ${term.toLowerCase()}.`
      }
      chart={(data) => {
        const bars = spreadBars(data, measure);
        return (
          <HistogramChart
            title={`${term}, distribution`}
            bars={bars}
            edges={edgesOf(bars, measure)}
            marks={marksOf(data, measure, bars)}
            onOpen={(bar) => {
              const href = hrefOf(data)(bar);
              if (href) router.push(href);
            }}
          />
        );
      }}
      chartData={(data) =>
        chartDataOf(
          columnsOf(measure, hrefOf(data)),
          spreadBars(data, measure),
          ({ label }) => label,
        )
      }
    />
  );
}

function marksOf({ totals }: ConversationsResponse, measure: AskedMeasure, bars: SpreadBar[]) {
  const { median, p95 } = totals.measures[measure];
  // A count is a whole bar, and no edge.
  if (MEASURE_STEPS[measure] === 1) return [];
  return [
    { name: 'Median', value: median },
    { name: 'p95', value: p95 },
  ].flatMap(({ name, value }) =>
    value === null
      ? []
      : [{ place: placeAmong(bars, value), label: `${name} ${formatMeasure(measure, value)}` }],
  );
}

function columnsOf(
  measure: AskedMeasure,
  hrefOf: (bar: SpreadBar) => string | null,
): Column<SpreadBar>[] {
  const { term } = MEASURE_DEFINITIONS[measure];
  const unit = MEASURE_UNITS[measure];
  return [
    { name: 'From', unit, value: ({ from }) => from, fileOnly: true },
    { name: 'To', unit, value: ({ to }) => to, fileOnly: true },
    { name: term, unit, value: ({ from }) => from, cell: ({ label }) => label },
    {
      name: 'Calls',
      numeric: true,
      value: ({ count }) => count,
      cell: (bar) => <CallsLink href={hrefOf(bar)}>{formatCount(bar.count)}</CallsLink>,
    },
  ];
}
