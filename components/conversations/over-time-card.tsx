'use client';

import { useRouter } from 'next/navigation';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import { MEASURE_DEFINITIONS } from '@/lib/call/conversation/definitions';
import type { AskedMeasure } from '@/lib/call/conversation/keys';
import { formatCount, plural } from '@/lib/format/number';
import { measuredBucketHref } from './links';
import { type MeasurePoint, measurePoints } from './measure-points';
import { nothingMeasured } from './nothing-measured';
import {
  MEASURE_UNITS,
  TYPICAL_LABELS,
  type Typical,
  typicalOf,
  writeMeasure,
} from './shown-measure';
import { useConversations } from './use-conversations';

const MeasureChart = lazily(() => import('./measure-chart'));

/** A measure over time, and what it means. */
export function OverTimeCard({ measure }: { measure: AskedMeasure }) {
  const { address, interval, result } = useConversations();
  const { zone } = useTime();
  const router = useRouter();
  const { term, words } = MEASURE_DEFINITIONS[measure];
  const typical = typicalOf(measure);
  const write = (of: Typical | 'p95', value: number | null) => writeMeasure(measure, of, value);
  return (
    <ChartCard
      name={`${term} over time`}
      alone
      result={result}
      height="h-56"
      empty={(data) => nothingMeasured(data, measure)}
      summary={({ totals }) => {
        const { calls, p95, ...values } = totals.measures[measure];
        return `${TYPICAL_LABELS[typical]} ${write(typical, values[typical])}, p95 ${write('p95', p95)}; measured in ${formatCount(calls)} of ${plural(totals.calls, 'call')}.`;
      }}
      legend={() => [
        { label: TYPICAL_LABELS[typical], color: 'var(--accent)', mark: 'line' },
        { label: 'p95', color: 'var(--muted)', mark: 'line' },
      ]}
      chart={(data) => (
        <MeasureChart
          title={`${term} over time`}
          points={measurePoints(data, measure, interval, zone)}
          typical={typical}
          write={write}
          onOpen={(point) => {
            const href = measuredBucketHref(address, data.range, point, measure);
            if (point.calls > 0 && href) router.push(href);
          }}
        />
      )}
      chartData={(data) =>
        chartDataOf(
          columnsOf(measure, write, (point) =>
            point.calls === 0 ? null : measuredBucketHref(address, data.range, point, measure),
          ),
          measurePoints(data, measure, interval, zone),
          ({ start }) => start,
        )
      }
      below={() => <p className="mt-1 max-w-prose text-xs text-muted">{words}</p>}
    />
  );
}

function columnsOf(
  measure: AskedMeasure,
  write: (of: Typical | 'p95', value: number | null) => string,
  hrefOf: (point: MeasurePoint) => string | null,
): Column<MeasurePoint>[] {
  const typical = typicalOf(measure);
  const unit = MEASURE_UNITS[measure];
  return [
    { name: 'Start', value: ({ start }) => start, fileOnly: true },
    { name: 'End', value: ({ end }) => end, fileOnly: true },
    { name: 'Period', value: ({ start }) => start, cell: ({ label }) => label },
    {
      name: 'Calls measured',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (point) => <CallsLink href={hrefOf(point)}>{formatCount(point.calls)}</CallsLink>,
    },
    {
      name: TYPICAL_LABELS[typical],
      unit,
      numeric: true,
      value: (point) => point[typical],
      cell: (point) => (point[typical] === null ? null : write(typical, point[typical])),
    },
    {
      name: 'p95',
      unit,
      numeric: true,
      value: ({ p95 }) => p95,
      cell: ({ p95 }) => (p95 === null ? null : write('p95', p95)),
    },
  ];
}
