import { totalCost } from '@/components/costs/view/amounts';
import { bucketHref } from '@/components/costs/view/drill-down';
import type { CostsPage, Money } from '@/components/costs/view/use-costs-view';
import { beforeName } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { amountColumn, type Column } from '@/components/figures/save/chart-data';
import type { CostsResponse, SeriesPoint } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import { formatCount } from '@/lib/format/number';
import type { TimePoint } from './over-time-points';

type ColumnsView = Pick<CostsPage, 'address' | 'compare'>;

/** The columns of the costs over time; those of the period before have its own dates, and add up to it. */
export function overTimeColumns(
  data: CostsResponse,
  points: readonly TimePoint[],
  view: ColumnsView,
  money: Money,
): Column<TimePoint>[] {
  const { address } = view;
  const { current: range, previous } = data.periods;
  // What adds up, or is compared, is written alike.
  const sum = money.of(
    points.flatMap(({ current, before }) => [
      current && totalCost(current),
      before && totalCost(before),
    ]),
  );
  const amount = (name: string, value: (bucket: SeriesPoint) => number | null, write = sum) =>
    amountColumn<TimePoint>(name, ({ current }) => current && value(current), write);
  return [
    { name: 'Start', value: ({ current }) => current?.start ?? null, fileOnly: true },
    { name: 'End', value: ({ current }) => current?.end ?? null, fileOnly: true },
    { name: 'Period', value: ({ current }) => current?.start ?? null, cell: PeriodCell },
    {
      name: 'Calls',
      numeric: true,
      value: ({ current }) => current?.calls ?? null,
      cell: ({ current }) =>
        current && (
          <CallsLink href={current.calls > 0 ? bucketHref(address, range, current) : null}>
            {formatCount(current.calls)}
          </CallsLink>
        ),
    },
    amount('Total', totalCost),
    ...COST_COMPONENTS.map((component) =>
      amount(COST_LABELS[component], (bucket) =>
        totalCost(bucket) === null ? null : bucket[component],
      ),
    ),
    amount(
      'Per call',
      ({ per_call }) => per_call,
      money.of(points.map(({ current }) => current?.per_call ?? null)),
    ),
    ...(data.previous && previous ? beforeColumns(previous, view, sum) : []),
  ];
}

function beforeColumns(
  range: { from: string; to: string },
  view: ColumnsView,
  write: (amount: number) => string,
): Column<TimePoint>[] {
  return [
    { name: 'Start before', value: ({ before }) => before?.start ?? null, fileOnly: true },
    { name: 'End before', value: ({ before }) => before?.end ?? null, fileOnly: true },
    {
      name: beforeName(view),
      numeric: true,
      value: ({ before }) => before && totalCost(before),
      cell: ({ before, beforeLabel }) =>
        before && (
          <>
            <span className="mr-2 text-xs text-faint">{beforeLabel}</span>
            <CallsLink href={before.calls > 0 ? bucketHref(view.address, range, before) : null}>
              {textOf(totalCost(before), write) ?? 'no cost'}
            </CallsLink>
          </>
        ),
    },
  ];
}

function PeriodCell({ current, label }: TimePoint) {
  if (!current) return <span className="text-faint">only before</span>;
  return (
    <>
      {label}
      {current.partial && <span className="ml-2 text-xs text-faint">partial</span>}
    </>
  );
}

function textOf(value: number | null, write: (amount: number) => string): string | null {
  return value === null ? null : write(value);
}
