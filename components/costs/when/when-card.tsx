'use client';

import { useQuery } from '@tanstack/react-query';
import { Explained } from '@/components/costs/explained';
import { cellHref } from '@/components/costs/view/drill-down';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { ChartCard } from '@/components/figures/chart-card';
import { chartDataOf } from '@/components/figures/save/chart-data';
import { useTime } from '@/components/shell/context/time-context';
import { patternsQueryOptions } from '@/lib/api/costs';
import type { PatternsResponse, RangedPatterns } from '@/lib/call/answers/index-responses';
import { zonePlace } from '@/lib/format/time';
import { useAddress } from '@/lib/url/use-address';
import { HeatMap } from './heat-map';
import {
  type CellMeasure,
  cellName,
  colorSteps,
  measured,
  stepColor,
  stepOf,
  type WeekCell,
  weekCells,
} from './week';
import { WeekChoice } from './week-choice';
import { weekColumns } from './week-columns';
import { cellWords, hasCosts, mostWords, stepWords } from './week-words';

/** The color of hours of whose calls none has a cost. */
const NOT_KNOWN = 'var(--neutral-soft)';

/** In which hours of the week calls are made, and what they cost. */
export function WhenCard() {
  const { address, filters } = useCostsView();
  const { zone } = useTime();
  const money = useMoney();
  const { address: ahead, choose } = useAddress();
  const chosen: CellMeasure = {
    of: ahead.heat === 'calls' ? 'calls' : 'total',
    by: ahead.heat_by === 'sum' ? 'sum' : 'occurrence',
  };
  const result = useQuery(patternsQueryOptions(filters));
  const hrefsOf =
    ({ ranges }: RangedPatterns) =>
    (cell: WeekCell) =>
      cellHref(address, ranges.current, cell, zone);
  // Where no call has a cost there is nothing to colour by it.
  const measureOf = (data: PatternsResponse): CellMeasure =>
    hasCosts(data) ? chosen : { ...chosen, of: 'calls' };
  const scaleOf = (data: PatternsResponse) => {
    const measure = measureOf(data);
    const values = weekCells(data.cells).map((cell) => measured(cell, measure));
    return { measure, steps: colorSteps(values) };
  };
  return (
    <ChartCard
      name="When"
      alone
      result={result}
      height="h-auto min-h-56"
      empty={({ cells }) =>
        cells.length === 0 ? 'No call matches these filters in this range.' : null
      }
      controls={
        <WeekChoice
          measure={chosen}
          onChoose={({ of, by }) =>
            choose({
              heat: of === 'calls' ? 'calls' : null,
              heat_by: by === 'sum' ? 'sum' : null,
            })
          }
        />
      }
      summary={(data) => mostWords(data, measureOf(data), money, zonePlace(zone))}
      legend={(data) => {
        const { measure, steps } = scaleOf(data);
        const unknown = data.cells.some(
          (cell) => cell.calls > 0 && measured(cell, measure) === null,
        );
        return [
          ...(unknown ? [{ label: 'No cost known', color: NOT_KNOWN }] : []),
          ...stepWords(steps, measure, money).map((label, at) => ({
            label,
            color: stepColor(at, steps.length),
          })),
        ];
      }}
      chart={(data) => {
        const { measure, steps } = scaleOf(data);
        return (
          <HeatMap
            cells={weekCells(data.cells)}
            describe={(cell) => cellWords(cell, money)}
            colorOf={(cell) => {
              const value = measured(cell, measure);
              return value === null ? NOT_KNOWN : stepColor(stepOf(value, steps), steps.length);
            }}
            hrefOf={hrefsOf(data)}
          />
        );
      }}
      chartData={(data) => {
        const cells = weekCells(data.cells).filter(({ calls }) => calls > 0);
        return chartDataOf(weekColumns(cells, hrefsOf(data), money), cells, cellName);
      }}
      below={() => (
        <p className="flex items-center gap-1 text-xs text-muted">
          “Each time” divides by how often an hour came round.
          <Explained what="each_time" />
        </p>
      )}
    />
  );
}
