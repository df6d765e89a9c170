'use client';

import { costPerSuccess } from '@/components/costs/successes/success';
import { totalCost } from '@/components/costs/view/amounts';
import { groupHref } from '@/components/costs/view/drill-down';
import { type Money, useMoney } from '@/components/costs/view/use-costs-view';
import { beforeName, breakdownName, breakdownOf, groupLabel } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { TableCard } from '@/components/figures/table-card';
import { groupsWords } from '@/components/outcomes/view/groups-words';
import { numberChange } from '@/components/outcomes/view/links';
import { type OutcomesPageView, useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { writeFigure } from '@/components/outcomes/view/write';
import type { OutcomeValuesResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCount } from '@/lib/format/number';
import { figureOf, STATISTIC_LABELS } from './statistics';
import { otherUnitsWords } from './unit-words';
import { useGroupValues } from './use-values';

type Group = OutcomeValuesResponse['groups'][number];

/** What the numbers under a key come to in each group, against the period before. */
export function ValuesByGroup({ field, label }: { field: string; label: string }) {
  const view = useOutcomesView();
  const money = useMoney();
  const grouping = breakdownName(view.breakdown);
  return (
    <TableCard
      name={`${label} by ${breakdownOf(view.breakdown).label}`}
      result={useGroupValues(field)}
      summary={(data) => `${groupsWords(data.overlapping)}${otherUnitsWords(data)}`}
      chartData={(data) =>
        chartDataOf(
          columnsOf(data, view, { field, grouping, money }),
          data.groups,
          ({ key }) => key ?? 'others',
        )
      }
    />
  );
}

function columnsOf(
  { groups, other_units, periods, previous, totals, unit }: OutcomeValuesResponse,
  view: OutcomesPageView,
  { field, grouping, money }: { field: string; grouping: string; money: Money },
): Column<Group>[] {
  const { address, statistic } = view;
  const keys = groups.map(({ key }) => key);
  const write = (value: number) => writeFigure(value, unit);
  const change = other_units.length > 0 ? null : numberChange(address, field, totals.min);
  const hrefOf = ({ key }: Group, more = {}) =>
    groupHref(address, periods.current, view.breakdown, key, keys, more);
  const filledHref = (group: Group) =>
    change === null || group.filled === 0 ? null : hrefOf(group, change);
  const shown = statistic === 'spread' ? 'median' : statistic;
  return [
    {
      name: grouping,
      value: groupLabel,
      cell: (group) => (
        <div className="min-w-40">
          <CallsLink href={hrefOf(group)}>
            <bdi className="wrap-anywhere">{groupLabel(group)}</bdi>
          </CallsLink>
        </div>
      ),
    },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (group) => <CallsLink href={hrefOf(group)}>{formatCount(group.calls)}</CallsLink>,
    },
    {
      name: 'With a number',
      numeric: true,
      value: ({ filled }) => filled,
      cell: (group) => <CallsLink href={filledHref(group)}>{formatCount(group.filled)}</CallsLink>,
    },
    amountColumn('Sum', ({ sum }) => sum, write),
    amountColumn('Average', ({ mean }) => mean, write),
    amountColumn('Median', ({ median }) => median, write),
    amountColumn('p5', ({ p5 }) => p5, write),
    amountColumn('p95', ({ p95 }) => p95, write),
    ...(previous
      ? [
          amountColumn<Group>(
            `${STATISTIC_LABELS[shown]}, ${beforeName(view).toLowerCase()}`,
            ({ previous: before }) => before && figureOf(before, shown),
            write,
          ),
        ]
      : []),
    amountColumn(
      'Cost per call with it',
      (group) => costPerSuccess(totalCost(group), group.filled),
      money,
    ),
  ];
}
