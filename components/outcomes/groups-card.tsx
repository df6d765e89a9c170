'use client';

import { costPerSuccess, successName } from '@/components/costs/successes/success';
import { totalCost } from '@/components/costs/view/amounts';
import { groupHref } from '@/components/costs/view/drill-down';
import { type Money, useMoney } from '@/components/costs/view/use-costs-view';
import { beforeName, breakdownName, breakdownOf, groupLabel } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { TableCard } from '@/components/figures/table-card';
import type { OutcomesResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCount } from '@/lib/format/number';
import type { AddressChange } from '@/lib/url/address';
import { groupsWords } from './view/groups-words';
import { chosenChange, REACHED } from './view/links';
import { type OutcomesPageView, useOutcomes } from './view/use-outcomes';

type Group = OutcomesResponse['groups'][number];

/** What the calls of each group came to; each number leads to its calls. */
export function GroupsCard() {
  const { view, result } = useOutcomes();
  const money = useMoney();
  const grouping = breakdownName(view.breakdown);
  return (
    <TableCard
      name={`Outcomes by ${breakdownOf(view.breakdown).label}`}
      result={result}
      summary={({ overlapping }) => groupsWords(overlapping)}
      chartData={(data) =>
        chartDataOf(
          columnsOf(data, view, grouping, money),
          data.groups,
          ({ key }) => key ?? 'others',
        )
      }
    />
  );
}

function columnsOf(
  { groups, outcomes, periods, previous }: OutcomesResponse,
  view: OutcomesPageView,
  grouping: string,
  money: Money,
): Column<Group>[] {
  const keys = groups.map(({ key }) => key);
  const count = (
    name: string,
    of: (group: Group) => number,
    change?: AddressChange | null,
  ): Column<Group> => ({
    name,
    numeric: true,
    value: of,
    cell: (group) => (
      <CallsLink href={of(group) === 0 || change === null ? null : hrefOf(group, change)}>
        {formatCount(of(group))}
      </CallsLink>
    ),
  });
  const hrefOf = ({ key }: Group, change?: AddressChange) =>
    groupHref(view.address, periods.current, view.breakdown, key, keys, change);
  const chosen = view.successes.flatMap((success, at): Column<Group>[] => {
    const of = (group: Group) => group.chosen[at] ?? 0;
    const name = successName(success);
    return [
      count(name, of, chosenChange(view.address, success.outcomes)),
      amountColumn(
        `Cost per ${name}`,
        (group) => costPerSuccess(totalCost(group), of(group)),
        money,
      ),
    ];
  });
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
    count('Calls', ({ calls }) => calls),
    ...(previous
      ? [
          {
            name: beforeName(view),
            numeric: true,
            value: ({ previous: before }: Group) => before?.calls ?? null,
          },
        ]
      : []),
    count('Reached', ({ reached }) => reached, REACHED),
    ...chosen,
    ...(view.successes.length > 0 ? [] : mostFrequent(outcomes)).map(({ key, label, at }) =>
      count(
        groupLabel({ key, label }),
        (group) => group.outcomes[at] ?? 0,
        view.breakdown === 'classification' || key === null ? null : { classifications: [key] },
      ),
    ),
  ];
}

const MOST_OUTCOMES = 5;

/** As many as a table has room for. */
function mostFrequent(outcomes: OutcomesResponse['outcomes']) {
  return outcomes
    .map((outcome, at) => ({ ...outcome, at }))
    .filter(({ key, calls }) => key !== null && calls > 0)
    .sort((a, b) => b.calls - a.calls)
    .slice(0, MOST_OUTCOMES);
}
