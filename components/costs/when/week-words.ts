import type { Money } from '@/components/costs/view/use-costs-view';
import type { PatternsResponse } from '@/lib/call/answers/index-responses';
import { formatCount, formatRate, plural } from '@/lib/format/number';
import {
  type CellMeasure,
  type ColorStep,
  cellName,
  measured,
  type WeekCell,
  weekCells,
} from './week';

/** Whether any of the calls has a cost, of nothing too. */
export function hasCosts({ cells }: Pick<PatternsResponse, 'cells'>): boolean {
  return cells.some(({ total }) => total !== null);
}

/** An hour of the week in words: `34 calls, $12.30; each of 4 times 8.5 calls, $3.08`. */
export function cellWords(cell: WeekCell, money: Money): string {
  const { calls, total, occurrences } = cell;
  const sum = `${plural(calls, 'call')}, ${total === null ? 'cost not known' : money(total)}`;
  if (occurrences === null || occurrences === 1) return sum;
  const cost = total === null ? '' : `, ${money(total / occurrences)}`;
  return `${sum}; each of ${formatRate(occurrences)} times ${formatRate(calls / occurrences)} calls${cost}`;
}

/** The hour that comes first, in a sentence. */
export function mostWords(
  data: Pick<PatternsResponse, 'cells'>,
  measure: CellMeasure,
  money: Money,
  place: string,
): string {
  const cells = weekCells(data.cells);
  const value = (cell: WeekCell) => measured(cell, measure) ?? 0;
  const [most] = [...cells].sort((a, b) => value(b) - value(a));
  if (!most) return '';
  const isCost = measure.of === 'total' && most.total !== null;
  const told = isCost
    ? `costs most: ${money(value(most))}`
    : `has most calls: ${formatRate(value(most))}`;
  const missing = hasCosts(data) ? '' : ' None of these calls has a cost.';
  return `${cellName(most)} ${told}${wayWords(most, measure, isCost)}. Clocks of ${place}.${missing}`;
}

function wayWords({ occurrences, calls }: WeekCell, { by }: CellMeasure, isCost: boolean): string {
  if (by === 'sum') return isCost ? ` for ${plural(calls, 'call')}` : '';
  return occurrences === 1 || occurrences === null
    ? ' the one time it came round'
    : ` each time, of ${formatRate(occurrences)} times that it came round`;
}

/** What the steps of the colour scale stand for. */
export function stepWords(
  steps: readonly ColorStep[],
  { of, by }: CellMeasure,
  money: Money,
): string[] {
  const edges = [0, ...steps.map(({ to }) => to)];
  const write = of === 'total' ? money.axis(edges) : formatRateEdge;
  const each = by === 'occurrence' ? ' each time' : '';
  const unit = of === 'total' ? each : ` calls${each}`;
  return steps.map(
    ({ from, to }, at) =>
      // Said once: the steps stand in a row.
      `${write(from)} – ${write(to)}${at === steps.length - 1 ? unit : ''}`,
  );
}

function formatRateEdge(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : String(value);
}
