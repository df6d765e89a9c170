'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { bucketEnds, callsHref } from '@/components/costs/view/drill-down';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { knownWords } from '@/components/outcomes/view/known-words';
import { numberChange } from '@/components/outcomes/view/links';
import { useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { writeFigure } from '@/components/outcomes/view/write';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import type { OutcomeValuesResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCount, plural } from '@/lib/format/number';
import { figureOf, STATISTIC_LABELS, STATISTIC_LINES } from './statistics';
import { otherUnitsWords } from './unit-words';
import { useSeriesValues } from './use-values';
import { type ValuesPoint, valuesPoints } from './values-points';

const ValuesChart = lazily(() => import('./values-chart'));

type ValuesOverTimeProps = { field: string; label: string; controls: ReactNode };

/** What the numbers under a key come to, bucket by bucket. */
export function ValuesOverTime({ field, label, controls }: ValuesOverTimeProps) {
  const { address, interval, statistic } = useOutcomesView();
  const { zone } = useTime();
  const router = useRouter();
  const result = useSeriesValues(field);
  const lines = STATISTIC_LINES[statistic];
  const name = `${label} over time`;
  const writeIn =
    ({ unit }: OutcomeValuesResponse) =>
    (value: number) =>
      writeFigure(value, unit);
  const hrefOf = (data: OutcomeValuesResponse) => (point: ValuesPoint) => {
    const change = numberChange(address, field, data.totals.min);
    if (point.filled === 0 || change === null || data.other_units.length > 0) return null;
    return callsHref(address, null, { ...bucketEnds(data.periods.current, point), ...change });
  };
  return (
    <ChartCard
      name={name}
      alone
      result={result}
      height="h-56"
      controls={controls}
      empty={({ totals }) =>
        totals.calls === 0
          ? 'No call matches these filters in this range.'
          : totals.values === 0
            ? `On none of these calls was a number found out for ${label}.`
            : null
      }
      summary={(data) => {
        const { totals } = data;
        const figure = figureOf(totals, statistic);
        const shown = statistic === 'spread' ? 'median' : statistic;
        return `${STATISTIC_LABELS[shown]} ${figure === null ? 'not known' : writeIn(data)(figure)}, of ${plural(totals.filled, 'call')} with a number among ${formatCount(totals.calls)}.${otherUnitsWords(data)}${knownWords(data.meta)}`;
      }}
      legend={() => lines.map(({ label: line, color }) => ({ label: line, color, mark: 'line' }))}
      chart={(data) => (
        <ValuesChart
          title={name}
          points={valuesPoints(data, interval, zone)}
          lines={lines}
          write={writeIn(data)}
          onOpen={(point) => {
            const href = hrefOf(data)(point);
            if (href) router.push(href);
          }}
        />
      )}
      chartData={(data) =>
        chartDataOf(
          columnsOf(hrefOf(data), writeIn(data)),
          valuesPoints(data, interval, zone),
          ({ start }) => start,
        )
      }
    />
  );
}

function columnsOf(
  hrefOf: (point: ValuesPoint) => string | null,
  write: (value: number) => string,
): Column<ValuesPoint>[] {
  return [
    { name: 'Period', value: ({ start }) => start, cell: ({ label }) => label },
    { name: 'Calls', numeric: true, value: ({ calls }) => calls },
    {
      name: 'With a number',
      numeric: true,
      value: ({ filled }) => filled,
      cell: (point) => <CallsLink href={hrefOf(point)}>{formatCount(point.filled)}</CallsLink>,
    },
    amountColumn('Sum', ({ sum }) => sum, write),
    amountColumn('Average', ({ mean }) => mean, write),
    amountColumn('p5', ({ p5 }) => p5, write),
    amountColumn('p25', ({ p25 }) => p25, write),
    amountColumn('Median', ({ median }) => median, write),
    amountColumn('p75', ({ p75 }) => p75, write),
    amountColumn('p95', ({ p95 }) => p95, write),
  ];
}
