import { Missing } from '@/components/calls/list/table/cells';
import { bucketName } from '@/components/costs/over-time/over-time-points';
import { bucketEnds, groupHref } from '@/components/costs/view/drill-down';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import { breakdownName, definitionOf, groupLabel } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { type ChartData, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import type { Measure } from '@/lib/call/query/routes/breakdown-query';
import type { AddressChange } from '@/lib/url/address';
import { NOBODY_REACHED, ofSuccess } from './group-links';
import { isStacked, measured, summedCells } from './group-series';

type Line = { key: string | null; name: string; place: number };
type Write = (value: number) => string;

/** Groups by buckets: each number leads to the calls behind it, and what adds up has its sums at the edges. */
export function groupSeriesData(
  data: BreakdownResponse,
  view: CostsPage,
  zone: string,
  write: Write,
): ChartData {
  const { measure, interval, breakdown } = view;
  const lines = data.groups.map(
    (group, place): Line => ({ key: group.key, name: groupLabel(group), place }),
  );
  const text = (value: number | null) => (value === null ? null : write(value));
  const all = ({ place }: Line) => measured(summedCells(data, [place]), measure);
  const columns: Column<Line>[] = [
    { name: 'Key', value: ({ key }) => key, fileOnly: true },
    {
      name: breakdownName(breakdown),
      value: ({ name }) => name,
      cell: ({ name }) => <bdi className="wrap-anywhere">{name}</bdi>,
    },
    ...data.series.map((bucket, at): Column<Line> => {
      const link = cellLink(data, view, bucket);
      return {
        name: `${bucketName(bucket.start, interval, zone).label}${bucket.partial ? ' (partial)' : ''}`,
        numeric: true,
        value: ({ place }) => bucketValue(data, at, [place], measure),
        cell: ({ key, place }) => {
          const value = bucketValue(data, at, [place], measure);
          if (value === null) return <Missing />;
          return <CallsLink href={link(key, place)}>{write(value)}</CallsLink>;
        },
      };
    }),
    { name: 'All', numeric: true, value: all, cell: (line) => text(all(line)) },
  ];
  const places = lines.map(({ place }) => place);
  return {
    ...chartDataOf(columns, lines, ({ key }) => String(key)),
    footer:
      data.overlapping || !isStacked(measure)
        ? undefined
        : [
            'All',
            ...data.series.map((_, at) => text(bucketValue(data, at, places, measure))),
            text(measured(summedCells(data, places), measure)),
          ],
  };
}

function bucketValue(
  { series }: BreakdownResponse,
  at: number,
  places: readonly number[],
  measure: Measure,
): number | null {
  return measured(
    places.flatMap((place) => series[at]?.cells[place] ?? []),
    measure,
  );
}

/** The way to the calls that a cell counts; null where it counts none. */
function cellLink(
  data: BreakdownResponse,
  view: CostsPage,
  bucket: BreakdownResponse['series'][number],
) {
  const keys = data.groups.map(({ key }) => key);
  const ends = bucketEnds(data.periods.current, bucket);
  // Also where the page has no range: a bucket has one.
  const address = { ...view.address, ...ends };
  const definition = definitionOf(view.measure);
  return (key: string | null, place: number): string | null => {
    const cell = bucket.cells[place];
    if (!cell) return null;
    const [count, more] = counted();
    return count > 0 ? groupHref(address, ends, view.breakdown, key, keys, more) : null;

    function counted(): [number, AddressChange] {
      if (!cell) return [0, {}];
      if (definition !== null)
        return [cell.successes[definition] ?? 0, ofSuccess(view, definition)];
      if (view.measure === 'nobody_reached') return [cell.nobody_reached, NOBODY_REACHED];
      if (view.measure === 'cost')
        return [cell.calls - cell.calls_without_cost, { has_cost: true }];
      return [cell.calls, {}];
    }
  };
}
