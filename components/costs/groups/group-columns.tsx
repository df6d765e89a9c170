import { Missing } from '@/components/calls/list/table/cells';
import { costPerSuccess, successName } from '@/components/costs/successes/success';
import { formatMinutes, pricedCalls, totalCost } from '@/components/costs/view/amounts';
import type { CostsPage, Money } from '@/components/costs/view/use-costs-view';
import { beforeName, breakdownName } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { amountColumn, type Column } from '@/components/figures/save/chart-data';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { formatShare, signed } from '@/lib/format/money';
import { formatCount } from '@/lib/format/number';
import { groupLinks, NOBODY_REACHED, ofSuccess } from './group-links';
import { type GroupRow, signedShare } from './group-rows';

type Write = (amount: number) => string;
type GroupColumn = Column<GroupRow>;

/** What the table of groups says of each; every number that counts calls leads to them. A column has one precision. */
export function groupColumns(
  data: BreakdownResponse,
  rows: readonly GroupRow[],
  view: CostsPage,
  money: Money,
): GroupColumn[] {
  const sum = sumWriter(data, rows, money);
  const each = (name: string, id: string, value: (row: GroupRow) => number | null) =>
    amount(name, id, value, money.of(rows.map(value)));
  const links = groupLinks(data, view);
  return [
    { name: 'Key', value: ({ key }) => key, fileOnly: true },
    {
      name: breakdownName(view.breakdown),
      id: 'name',
      value: ({ name }) => name,
      cell: ({ key, calls, name }) => (
        <div className="min-w-28 @3xl:min-w-52 print:min-w-20">
          <CallsLink href={links.now(key, calls)}>
            <bdi className="line-clamp-3 wrap-anywhere print:line-clamp-none">{name}</bdi>
          </CallsLink>
        </div>
      ),
    },
    {
      ...amount('Total', 'total', ({ now }) => now, sum),
      cell: (row) =>
        row.now === null ? null : (
          <CallsLink href={links.now(row.key, pricedCalls(row), { has_cost: true })}>
            {sum(row.now)}
          </CallsLink>
        ),
    },
    ...(data.previous ? changeColumns(links.before, view, sum) : []),
    {
      name: 'Share',
      id: 'share',
      numeric: true,
      value: (row) =>
        totalCost(row) === null || data.totals.total === 0 ? null : row.total / data.totals.total,
      cell: (row) => (totalCost(row) === null ? null : formatShare(row.total, data.totals.total)),
    },
    {
      name: 'Calls',
      id: 'calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: ({ key, calls }) => (
        <CallsLink href={links.now(key, calls)}>{formatCount(calls)}</CallsLink>
      ),
    },
    { name: 'Without a cost', value: (row) => row.calls_without_cost, fileOnly: true },
    {
      name: 'Nobody reached',
      id: 'nobody_reached',
      numeric: true,
      value: ({ nobody_reached, calls }) => (calls === 0 ? null : nobody_reached.calls / calls),
      cell: ({ key, nobody_reached, calls }) =>
        calls === 0 ? null : (
          <CallsLink href={links.now(key, nobody_reached.calls, NOBODY_REACHED)}>
            {formatShare(nobody_reached.calls, calls)}
          </CallsLink>
        ),
    },
    { name: 'Calls that reached nobody', value: (row) => row.nobody_reached.calls, fileOnly: true },
    ...view.successes.flatMap((_, at) => successColumns(at, view, links.now, each)),
    {
      name: 'Minutes',
      id: 'minutes',
      numeric: true,
      value: ({ minutes }) => minutes,
      cell: ({ minutes }) => formatMinutes(minutes),
    },
    each('Per call', 'per_call', ({ per_call }) => per_call),
    each('Per minute', 'per_minute', ({ per_minute }) => per_minute),
    each('p50', 'p50', ({ p50 }) => p50),
    each('p95', 'p95', ({ p95 }) => p95),
  ];
}

type Link = ReturnType<typeof groupLinks>['now'];

function changeColumns(before: Link, view: CostsPage, sum: Write): GroupColumn[] {
  return [
    {
      ...amount(beforeName(view), 'before', (row) => row.before, sum),
      cell: (row) =>
        row.before === null || !row.previous ? null : (
          <CallsLink href={before(row.key, pricedCalls(row.previous), { has_cost: true })}>
            {sum(row.before)}
          </CallsLink>
        ),
    },
    amount(
      'Change',
      'change',
      ({ change }) => change,
      (change) => signed(change, sum),
    ),
    {
      name: 'Change in %',
      id: 'change_share',
      numeric: true,
      value: ({ changeShare }) => changeShare,
      cell: ({ change, changeShare }) => {
        if (change === null) return null;
        if (changeShare !== null) return signedShare(changeShare);
        return change === 0 ? '' : <Missing>new</Missing>;
      },
    },
  ];
}

function successColumns(
  at: number,
  view: CostsPage,
  now: Link,
  each: (name: string, id: string, value: (row: GroupRow) => number | null) => GroupColumn,
): GroupColumn[] {
  const definition = view.successes[at];
  if (!definition) return [];
  const name = successName(definition);
  return [
    {
      name: `Calls: ${name}`,
      numeric: true,
      value: ({ successes }) => successes[at] ?? 0,
      cell: ({ key, successes }) => (
        <CallsLink href={now(key, successes[at] ?? 0, ofSuccess(view, at))}>
          {formatCount(successes[at] ?? 0)}
        </CallsLink>
      ),
    },
    each(`Cost per ${name}`, `per_success_${at + 1}`, (row) =>
      costPerSuccess(totalCost(row), row.successes[at] ?? 0),
    ),
  ];
}

/** What adds up, and what it is compared with, is written alike. */
export function sumWriter(
  { totals, previous }: BreakdownResponse,
  rows: readonly GroupRow[],
  money: Money,
): Write {
  const own = rows.flatMap(({ now, before }) => [now, before]);
  return money.of([...own, totals.total, previous?.total]);
}

function amount(
  name: string,
  id: string,
  value: (row: GroupRow) => number | null,
  write: Write,
): GroupColumn {
  return amountColumn(name, value, write, { id });
}
