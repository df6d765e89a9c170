'use client';

import { useQuery } from '@tanstack/react-query';
import { Missing } from '@/components/calls/list/table/cells';
import { ChartCard } from '@/components/costs/cards/chart-card';
import { ChartTable } from '@/components/costs/cards/chart-table';
import {
  type ChartData,
  type Column,
  chartDataOf,
  readOrder,
  writtenOrder,
} from '@/components/costs/save/chart-data';
import { knownCost, nothingToDraw } from '@/components/costs/view/amounts';
import { groupsQuery } from '@/components/costs/view/questions';
import {
  type CostsPage,
  type Money,
  useCostsView,
  useMoney,
} from '@/components/costs/view/use-costs-view';
import { beforeName, breakdownOf } from '@/components/costs/view/view';
import { groupsQueryOptions } from '@/lib/api/costs';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import { useAddress } from '@/lib/url/use-address';
import { GroupBars } from './group-bars';
import { groupColumns, sumWriter } from './group-columns';
import { groupFooter } from './group-footer';
import { changeOf, type GroupRow, groupRows } from './group-rows';
import { groupsSummary } from './groups-summary';
import { RowBar, scaleOf } from './row-bar';

/** What each group costs, what it cost before, and what its calls came to. */
export function ByCard() {
  const view = useCostsView();
  const money = useMoney();
  const { address, choose } = useAddress();
  const result = useQuery(groupsQueryOptions(groupsQuery(view)));
  const name = `Cost by ${breakdownOf(view.breakdown).label}`;
  const kept = {
    // The state of the address is ahead of the one that the figures are drawn from.
    order: (chartData: ChartData) => readOrder(chartData, address.group_sort),
    onOrder: (chartData: ChartData, order: Parameters<typeof writtenOrder>[1]) =>
      choose({ group_sort: writtenOrder(chartData, order) }),
  };
  return (
    <ChartCard
      name={name}
      result={result}
      height="min-h-56"
      kept={kept}
      empty={({ totals, groups }) => (groups.length > 0 ? null : nothingToDraw(totals))}
      summary={(data) => groupsSummary(data, groupRows(data), view, money)}
      legend={(data) => [
        ...COST_COMPONENTS.map((component) => ({
          label: COST_LABELS[component],
          color: `var(--cost-${component})`,
        })),
        ...(data.previous
          ? [{ label: beforeName(view), color: 'var(--text)', mark: 'line' as const }]
          : []),
      ]}
      chart={(data) => {
        const rows = groupRows(data);
        return (
          <>
            <div aria-hidden className="h-0 overflow-hidden print:h-auto">
              <GroupBars rows={rows} money={sumWriter(data, rows, money)} />
            </div>
            <div className="print:hidden">
              <ChartTable
                name={name}
                chartData={tableOf(data, rows, view, money, true)}
                kept={kept}
              />
            </div>
          </>
        );
      }}
      chartData={(data) => tableOf(data, groupRows(data), view, money, false)}
    />
  );
}

function tableOf(
  data: BreakdownResponse,
  rows: readonly GroupRow[],
  view: CostsPage,
  money: Money,
  drawn: boolean,
): ChartData {
  const plain = groupColumns(data, rows, view, money);
  const columns = drawn ? plain.map((column) => withBar(column, rows, money)) : plain;
  const before = data.previous && knownCost(data.previous);
  const change = { before, ...changeOf(knownCost(data.totals), before) };
  const footer = groupFooter(data, change, view, sumWriter(data, rows, money), money);
  const shown = columns.filter(({ fileOnly }) => !fileOnly).slice(1);
  return {
    ...chartDataOf(columns, rows, (row) => String(row.key)),
    footer: data.overlapping
      ? undefined
      : [
          'All',
          ...shown.map((column) => (column.name in footer ? (footer[column.name] ?? null) : '')),
        ],
  };
}

/** The bar stands beside the total that it draws. */
function withBar(
  column: Column<GroupRow>,
  rows: readonly GroupRow[],
  money: Money,
): Column<GroupRow> {
  if (column.id !== 'total') return column;
  const scale = scaleOf(rows);
  return {
    ...column,
    cell: (row) => (
      <span className="flex items-center justify-between gap-3">
        <RowBar row={row} scale={scale} money={money} />
        {column.cell?.(row) ?? <Missing />}
      </span>
    ),
  };
}
