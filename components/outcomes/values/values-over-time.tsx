'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { bucketEnds, callsHref, type Ends } from '@/components/costs/view/drill-down';
import { beforeName } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { knownWords } from '@/components/outcomes/view/known-words';
import { numberChange } from '@/components/outcomes/view/links';
import { type OutcomesPageView, useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { writeFigure } from '@/components/outcomes/view/write';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import type { OutcomeValuesResponse, ValueFigures } from '@/lib/call/answers/outcomes-responses';
import type { Statistic } from '@/lib/call/query/routes/field-query';
import { formatCount, plural } from '@/lib/format/number';
import { figureOf, STATISTIC_LABELS, STATISTIC_LINES } from './statistics';
import { otherUnitsWords } from './unit-words';
import { useSeriesValues } from './use-values';
import { type ValuesPoint, valuesPoints } from './values-points';

const ValuesChart = lazily(() => import('./values-chart'));

type ValuesOverTimeProps = { field: string; label: string; controls: ReactNode };

/** What the numbers under a key come to, bucket by bucket. */
export function ValuesOverTime({ field, label, controls }: ValuesOverTimeProps) {
  const view = useOutcomesView();
  const { address, compare, statistic } = view;
  const { zone } = useTime();
  const router = useRouter();
  const result = useSeriesValues(field);
  const lines = STATISTIC_LINES[statistic];
  const name = `${label} over time`;
  const writeIn =
    ({ unit }: OutcomeValuesResponse) =>
    (value: number) =>
      writeFigure(value, unit);
  const pointsOf = (data: OutcomeValuesResponse) => valuesPoints(data, view, zone);
  const hrefsOf = (data: OutcomeValuesResponse): Hrefs => {
    const { periods, totals, previous, other_units } = data;
    const within = (
      bucket: ValuesPoint['current'],
      period: Ends | null,
      least: number | null | undefined,
    ) => {
      const change = numberChange(address, field, least ?? null);
      if (!bucket || !period || bucket.filled === 0 || change === null || other_units.length > 0)
        return null;
      return callsHref(address, null, { ...bucketEnds(period, bucket), ...change });
    };
    return {
      current: ({ current }) => within(current, periods.current, totals.min),
      before: ({ before }) => within(before, periods.previous, previous?.min),
    };
  };
  return (
    <ChartCard
      name={name}
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
        const written = (figures: ValueFigures) => {
          const figure = figureOf(figures, statistic);
          return figure === null ? 'not known' : writeIn(data)(figure);
        };
        const before = data.previous
          ? ` (${beforeName({ compare }).toLowerCase()}: ${written(data.previous)})`
          : '';
        return `${shownLabel(statistic)} ${written(totals)}${before}, of ${plural(totals.filled, 'call')} with a number among ${formatCount(totals.calls)}.${otherUnitsWords(data)}${knownWords(data.meta)}`;
      }}
      legend={({ previous }) => [
        ...lines.map(({ label: line, color }) => ({ label: line, color, mark: 'line' as const })),
        ...(previous
          ? [
              {
                label: `${shownLabel(statistic)}, ${beforeName({ compare }).toLowerCase()}`,
                color: 'var(--text)',
                mark: 'line' as const,
              },
            ]
          : []),
      ]}
      chart={(data) => (
        <ValuesChart
          title={name}
          points={pointsOf(data)}
          lines={lines}
          compared={data.previous !== null}
          write={writeIn(data)}
          onOpen={(point) => {
            const { current, before } = hrefsOf(data);
            const href = point.current ? current(point) : before(point);
            if (href) router.push(href);
          }}
        />
      )}
      chartData={(data) =>
        chartDataOf(
          columnsOf(data, hrefsOf(data), writeIn(data), view),
          pointsOf(data),
          ({ key }) => key,
        )
      }
    />
  );
}

type Hrefs = { current: Href; before: Href };
type Href = (point: ValuesPoint) => string | null;
type Figures = NonNullable<ValuesPoint['current']>;

function columnsOf(
  { previous }: OutcomeValuesResponse,
  hrefs: Hrefs,
  write: (value: number) => string,
  { compare, statistic }: Pick<OutcomesPageView, 'compare' | 'statistic'>,
): Column<ValuesPoint>[] {
  const amount = (name: string, of: (figures: Figures) => number | null) =>
    amountColumn<ValuesPoint>(name, ({ current }) => current && of(current), write);
  const then = beforeName({ compare });
  return [
    {
      name: 'Period',
      value: ({ current }) => current?.start ?? null,
      cell: ({ current, label }) => current && label,
    },
    { name: 'Calls', numeric: true, value: ({ current }) => current?.calls ?? null },
    filledColumn('With a number', ({ current }) => current, hrefs.current),
    amount('Sum', ({ sum }) => sum),
    amount('Average', ({ mean }) => mean),
    amount('p5', ({ p5 }) => p5),
    amount('p25', ({ p25 }) => p25),
    amount('Median', ({ median }) => median),
    amount('p75', ({ p75 }) => p75),
    amount('p95', ({ p95 }) => p95),
    ...(previous
      ? [
          {
            name: then,
            value: ({ before }: ValuesPoint) => before?.start ?? null,
            cell: ({ beforeLabel }: ValuesPoint) => beforeLabel,
          },
          filledColumn(
            `With a number, ${then.toLowerCase()}`,
            ({ before }) => before,
            hrefs.before,
          ),
          amountColumn<ValuesPoint>(
            `${shownLabel(statistic)}, ${then.toLowerCase()}`,
            ({ beforeFigure }) => beforeFigure,
            write,
          ),
        ]
      : []),
  ];
}

function filledColumn(
  name: string,
  of: (point: ValuesPoint) => Figures | null,
  href: Href,
): Column<ValuesPoint> {
  return {
    name,
    numeric: true,
    value: (point) => of(point)?.filled ?? null,
    cell: (point) => {
      const figures = of(point);
      return figures && <CallsLink href={href(point)}>{formatCount(figures.filled)}</CallsLink>;
    },
  };
}

/** Of a spread the middle is compared. */
function shownLabel(statistic: Statistic): string {
  return STATISTIC_LABELS[statistic === 'spread' ? 'median' : statistic];
}
