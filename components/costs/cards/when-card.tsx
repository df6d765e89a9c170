'use client';

import { useQuery } from '@tanstack/react-query';
import { Missing } from '@/components/calls/list/table/cells';
import { CallsLink } from '@/components/costs/calls-link';
import { cellHref } from '@/components/costs/drill-down';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import { useCostsView, useMoney } from '@/components/costs/use-costs-view';
import { useTime } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { patternsQueryOptions } from '@/lib/api/costs';
import type { PatternsResponse, RangedPatterns } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';
import { zonePlace } from '@/lib/format/time';
import { useAddress } from '@/lib/url/use-address';
import { ChartCard } from './chart-card';
import { HeatMap } from './heat-map';
import { type CellMeasure, cellName, type WeekCell, weekCells } from './patterns';

/** In which hours of the week calls are made, and what they cost. */
export function WhenCard() {
  const { address, filters } = useCostsView();
  const { zone } = useTime();
  const money = useMoney();
  const { address: ahead, choose } = useAddress();
  const chosen: CellMeasure = ahead.heat === 'calls' ? 'calls' : 'total';
  const result = useQuery(patternsQueryOptions(filters));
  const hrefsOf =
    ({ ranges }: RangedPatterns) =>
    (cell: WeekCell) =>
      cellHref(address, ranges.current, cell, zone);
  const describe = ({ calls, total }: WeekCell) =>
    `${plural(calls, 'call')}, ${total === null ? 'cost not known' : money(total)}`;
  const measureOf = (data: PatternsResponse) => (hasCosts(data) ? chosen : 'calls');
  return (
    <ChartCard
      name="When"
      alone
      result={result}
      height="h-auto min-h-40 md:min-h-56"
      empty={({ cells }) =>
        cells.length === 0 ? 'No call matches these filters in this range.' : null
      }
      controls={
        <MeasureChoice
          measure={chosen}
          onChoose={(measure) => choose({ heat: measure === 'calls' ? 'calls' : null })}
        />
      }
      summary={(data) => summaryOf(data, measureOf(data), money, zone)}
      chart={(data) => (
        <HeatMap
          cells={weekCells(data.cells, measureOf(data))}
          describe={describe}
          hrefOf={hrefsOf(data)}
        />
      )}
      chartData={(data) =>
        chartDataOf(columnsOf(hrefsOf(data), money), cellsWithCalls(data), cellName)
      }
    />
  );
}

function cellsWithCalls({ cells }: PatternsResponse): WeekCell[] {
  return weekCells(cells, 'calls').filter(({ calls }) => calls > 0);
}

/** Where no call has a cost there is nothing to colour by it. */
function hasCosts({ distribution }: PatternsResponse): boolean {
  return distribution.some(({ count }) => count > 0);
}

function summaryOf(
  data: PatternsResponse,
  measure: CellMeasure,
  money: (amount: number) => string,
  zone: string,
): string {
  const cells = weekCells(data.cells, measure);
  const [most] = [...cells].sort((a, b) => (b[measure] ?? 0) - (a[measure] ?? 0));
  if (!most) return '';
  const what =
    measure === 'total' && most.total !== null
      ? `costs most: ${money(most.total)} for ${plural(most.calls, 'call')}`
      : `has most calls: ${formatCount(most.calls)}`;
  const missing = hasCosts(data) ? '' : ' None of these calls has a cost.';
  return `${cellName(most)} ${what}. Clocks of ${zonePlace(zone)}.${missing}`;
}

function columnsOf(
  hrefOf: (cell: WeekCell) => string,
  money: (amount: number) => string,
): Column<WeekCell>[] {
  return [
    { name: 'Weekday', value: ({ weekday }) => weekday, fileOnly: true },
    { name: 'Hour', value: ({ hour }) => hour, fileOnly: true },
    {
      name: 'When',
      value: ({ weekday, hour }) => weekday * 24 + hour,
      cell: (cell) => cellName(cell),
    },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (cell) => <CallsLink href={hrefOf(cell)}>{formatCount(cell.calls)}</CallsLink>,
    },
    {
      name: 'Total',
      numeric: true,
      value: ({ total }) => total,
      cell: ({ total }) => (total === null ? <Missing>no cost</Missing> : money(total)),
    },
  ];
}

type MeasureChoiceProps = { measure: CellMeasure; onChoose: (measure: CellMeasure) => void };

function MeasureChoice({ measure, onChoose }: MeasureChoiceProps) {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">Color by</legend>
      {MEASURES.map(({ key, label }) => (
        <Button
          key={key}
          size="small"
          kind="ghost"
          aria-pressed={measure === key}
          onClick={() => onChoose(key)}
          className="aria-pressed:bg-selected aria-pressed:text-accent"
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

const MEASURES: readonly { key: CellMeasure; label: string }[] = [
  { key: 'total', label: 'Cost' },
  { key: 'calls', label: 'Calls' },
];
