import { bucketName } from '@/components/costs/over-time/over-time-points';
import { costPerSuccess } from '@/components/costs/successes/success';
import { knownCost } from '@/components/costs/view/amounts';
import { definitionOf, groupLabel } from '@/components/costs/view/view';
import type { BreakdownCell, BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { toMicros } from '@/lib/call/costs/costs';
import type { Measure } from '@/lib/call/query/routes/breakdown-query';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { shortenedApart } from '@/lib/call/values/shorten-apart';

/** One line of the drawing: a group, or all those that have no colour of their own. */
export type SeriesLine = {
  id: string;
  name: string;
  /** For the legend and the tip. */
  short: string;
  color: string;
  /** Which cells of a bucket are in it. */
  places: readonly number[];
};

/** One bucket with the value of each line by its id; null where it is not known. */
export type SeriesBucket = {
  start: string;
  end: string;
  partial: boolean;
  tick: string;
  label: string;
  values: Record<string, number | null>;
};

const COLORED = 7;
const LONGEST_NAME = 36;

/** Measures that add up are stacked; shares and rates are not. */
export function isStacked(measure: Measure): boolean {
  return measure === 'cost' || measure === 'calls' || measure === 'minutes';
}

/** The largest groups by the measure, and for what adds up the rest of them as one, so that nothing is left out. */
export function seriesLines(data: BreakdownResponse, measure: Measure): SeriesLine[] {
  const value = (at: number) => Math.abs(measured(summedCells(data, [at]), sizeOf(measure)) ?? 0);
  const ranked = data.groups
    .map(({ key }, place) => ({ key, place }))
    .filter(({ key }) => key !== null)
    .sort((a, b) => value(b.place) - value(a.place));
  const own = ranked.slice(0, COLORED);
  const rest = data.groups
    .map((_, place) => place)
    .filter((place) => !own.some((each) => each.place === place));
  const names = own.map(({ place }) => {
    const group = data.groups[place];
    return group ? groupLabel(group) : '';
  });
  const short = shortenedApart(names, LONGEST_NAME);
  const lines = own.map(
    ({ place }, at): SeriesLine => ({
      id: `group_${at}`,
      name: names[at] ?? '',
      short: short[at] ?? '',
      color: `var(--group-${at + 1})`,
      places: [place],
    }),
  );
  if (!isStacked(measure) || rest.length === 0) return lines;
  const name = 'All others';
  return [...lines, { id: 'rest', name, short: name, color: 'var(--group-rest)', places: rest }];
}

/** What decides how large a group is: for shares, how many calls they are of. */
function sizeOf(measure: Measure): Measure {
  return isStacked(measure) ? measure : measure === 'nobody_reached' ? 'calls' : 'cost';
}

export function seriesBuckets(
  data: BreakdownResponse,
  lines: readonly SeriesLine[],
  measure: Measure,
  interval: Interval,
  zone: string,
): SeriesBucket[] {
  return data.series.map(({ start, end, partial, cells }) => ({
    start,
    end,
    partial,
    ...bucketName(start, interval, zone),
    values: Object.fromEntries(
      lines.map(({ id, places }) => [
        id,
        measured(
          places.flatMap((place) => cells[place] ?? []),
          measure,
        ),
      ]),
    ),
  }));
}

/** What some cells come to by a measure; null where it cannot be known. No calls at all are no cost, no call and no minute. */
export function measured(cells: readonly BreakdownCell[], measure: Measure): number | null {
  const sum = (value: (cell: BreakdownCell) => number) =>
    cells.reduce((all, cell) => all + value(cell), 0);
  const calls = sum((cell) => cell.calls);
  const cost = knownCost({
    calls,
    calls_without_cost: sum((cell) => cell.calls_without_cost),
    total: sum((cell) => toMicros(cell.total)) / 1_000_000,
  });
  if (measure === 'cost') return cost;
  if (measure === 'calls') return calls;
  if (measure === 'minutes') return sum((cell) => cell.minutes);
  if (measure === 'nobody_reached')
    return calls === 0 ? null : sum((cell) => cell.nobody_reached) / calls;
  const definition = definitionOf(measure) ?? 0;
  return costPerSuccess(
    cost,
    sum(({ successes }) => successes[definition] ?? 0),
  );
}

/** What the buckets cost: by the largest of them all amounts of the figure are written alike. */
export function seriesAmounts({ series }: Pick<BreakdownResponse, 'series'>): number[] {
  return series.map(({ cells }) => cells.reduce((sum, cell) => sum + (cell?.total ?? 0), 0));
}

/** All cells of some groups, over all buckets. */
export function summedCells(
  { series }: Pick<BreakdownResponse, 'series'>,
  places: readonly number[],
): BreakdownCell[] {
  return series.flatMap(({ cells }) => places.flatMap((place) => cells[place] ?? []));
}
