'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { formatMinutes, nothingToDraw, totalCost } from '@/components/costs/amounts';
import { CallsLink } from '@/components/costs/calls-link';
import type { NamedGroup } from '@/components/costs/charts/group-bars';
import { groupHref } from '@/components/costs/drill-down';
import { Explained } from '@/components/costs/explained';
import { groupsQuery } from '@/components/costs/questions';
import {
  type Column,
  chartDataOf,
  readOrder,
  writtenOrder,
} from '@/components/costs/save/chart-data';
import {
  type CostsPage,
  type Money,
  useCostsView,
  useMoney,
} from '@/components/costs/use-costs-view';
import { BREAKDOWNS, groupLabel } from '@/components/costs/view';
import { lazily } from '@/components/ui/lazily';
import { costsQueryOptions } from '@/lib/api/costs';
import type { CostsResponse } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import { formatShare } from '@/lib/format/money';
import { formatCount, plural } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { ChartCard } from './chart-card';

const GroupBars = lazily(() => import('@/components/costs/charts/group-bars'));

export function ByCard() {
  const view = useCostsView();
  const money = useMoney();
  const router = useRouter();
  const { address, choose } = useAddress();
  const result = useQuery(costsQueryOptions(groupsQuery(view)));
  const name = `Cost by ${BREAKDOWNS[view.breakdown].label}`;
  return (
    <ChartCard
      name={name}
      result={result}
      height="h-80"
      grown={({ groups }) => heightFor(groups.length)}
      both
      kept={{
        // The state of the address is ahead of the one that the figures are drawn from.
        order: (chartData) => readOrder(chartData, address.group_sort),
        onOrder: (chartData, order) => choose({ group_sort: writtenOrder(chartData, order) }),
      }}
      empty={({ totals }) => nothingToDraw(totals)}
      summary={(data) => summaryOf(data, view, money)}
      legend={() =>
        COST_COMPONENTS.map((component) => ({
          label: COST_LABELS[component],
          color: `var(--cost-${component})`,
        }))
      }
      chart={(data) => (
        <GroupBars
          name={name}
          groups={namedGroups(data)}
          money={money}
          onOpen={(group) => {
            const href = hrefOf(data, view, group);
            if (href) router.push(href);
          }}
        />
      )}
      chartData={(data) => ({
        ...chartDataOf(columnsOf(data, view, money), namedGroups(data), ({ key }) => String(key)),
        footer: data.overlapping ? undefined : footerOf(data, money),
      })}
      below={() => (
        <p className="mt-2 flex items-center gap-1 text-xs text-muted">
          p50 (the median) and p95 by nearest rank: each is what a call did cost.
          <Explained what="percentile" />
        </p>
      )}
    />
  );
}

/** Every bar gets its line, beside a table that has one for each of them too. */
function heightFor(bars: number): string {
  if (bars <= 5) return 'h-56';
  return bars <= 12 ? 'h-80' : 'h-140';
}

function namedGroups({ groups }: CostsResponse): NamedGroup[] {
  return groups.map((group) => ({ ...group, name: groupLabel(group) }));
}

function hrefOf({ groups, periods }: CostsResponse, view: CostsPage, { key }: NamedGroup) {
  const keys = groups.map((group) => group.key);
  return groupHref(view.address, periods.current, view.breakdown, key, keys);
}

function summaryOf(data: CostsResponse, view: CostsPage, money: Money) {
  const { label } = BREAKDOWNS[view.breakdown];
  const largest = namedGroups(data).find(({ key }) => key !== null);
  if (!largest) return `No call has a ${label}.`;
  const share = formatShare(largest.total, data.totals.total);
  return (
    <>
      <bdi>{largest.name}</bdi> comes first with {money(largest.total)}
      {share && ` (${share} of ${money(data.totals.total)})`} for {plural(largest.calls, 'call')}.
      {data.overlapping &&
        ` A call can have several ${label}s and counts for each of them, so the rows do not add up.`}
    </>
  );
}

function columnsOf(data: CostsResponse, view: CostsPage, money: Money): Column<NamedGroup>[] {
  const groups = namedGroups(data);
  const amount = (
    name: string,
    id: string,
    value: (group: NamedGroup) => number | null,
    all: number | null = null,
  ) => ({
    name,
    id,
    numeric: true,
    value,
    cell: writer(money.of([...groups.map(value), all]), value),
  });
  const { label } = BREAKDOWNS[view.breakdown];
  return [
    { name: 'Key', value: ({ key }) => key, fileOnly: true },
    {
      name: label.charAt(0).toUpperCase() + label.slice(1),
      id: 'name',
      value: ({ name }) => name,
      cell: (group) => (
        <CallsLink href={hrefOf(data, view, group)}>
          <bdi className="wrap-anywhere">{group.name}</bdi>
        </CallsLink>
      ),
    },
    {
      name: 'Calls',
      id: 'calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: ({ calls }) => formatCount(calls),
    },
    { name: 'Without a cost', value: (group) => group.calls_without_cost, fileOnly: true },
    {
      name: 'Minutes',
      id: 'minutes',
      numeric: true,
      value: ({ minutes }) => minutes,
      cell: ({ minutes }) => formatMinutes(minutes),
    },
    amount('Total', 'total', totalCost, data.totals.total),
    {
      name: 'Share',
      id: 'share',
      numeric: true,
      value: (group) =>
        totalCost(group) === null || data.totals.total === 0
          ? null
          : group.total / data.totals.total,
      cell: (group) =>
        totalCost(group) === null ? null : formatShare(group.total, data.totals.total),
    },
    amount('Per call', 'per_call', ({ per_call }) => per_call, data.totals.per_call),
    amount('Per minute', 'per_minute', ({ per_minute }) => per_minute, data.totals.per_minute),
    amount('p50', 'p50', ({ p50 }) => p50),
    amount('p95', 'p95', ({ p95 }) => p95),
  ];
}

/** Amounts of a column, all in one precision. */
function writer<Row>(write: (amount: number) => string, value: (row: Row) => number | null) {
  return (row: Row) => {
    const amount = value(row);
    return amount === null ? null : write(amount);
  };
}

/** In the order of the columns on screen; what cannot be added up stays away. */
function footerOf({ totals, groups }: CostsResponse, money: Money) {
  const written = (key: 'total' | 'per_call' | 'per_minute') => {
    const amount = totals[key];
    return amount === null ? null : money.of([...groups.map((each) => each[key]), amount])(amount);
  };
  return [
    'All',
    formatCount(totals.calls),
    formatMinutes(totals.minutes),
    written('total'),
    formatShare(totals.total, totals.total),
    written('per_call'),
    written('per_minute'),
    '',
    '',
  ];
}
