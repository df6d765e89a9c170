import type { SeriesBucket, SeriesLine } from '@/components/costs/groups/group-series';
import { bucketName } from '@/components/costs/over-time/over-time-points';
import { groupLabel } from '@/components/costs/view/view';
import type { OutcomesResponse } from '@/lib/call/answers/outcomes-responses';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { shortenedApart } from '@/lib/call/values/shorten-apart';

const COLORED = 7;
const LONGEST_NAME = 36;

/** The most frequent outcomes, and the rest of them as one, so that nothing is left out. */
export function outcomeLines({ outcomes }: Pick<OutcomesResponse, 'outcomes'>): SeriesLine[] {
  const ranked = outcomes
    .map((outcome, place) => ({ ...outcome, place }))
    .filter(({ key, calls }) => key !== null && calls > 0)
    .sort((a, b) => b.calls - a.calls)
    .slice(0, COLORED);
  const names = ranked.map(groupLabel);
  const short = shortenedApart(names, LONGEST_NAME);
  const own = ranked.map(({ place }) => place);
  const rest = outcomes.flatMap(({ calls }, place) =>
    calls > 0 && !own.includes(place) ? [place] : [],
  );
  const lines = ranked.map(
    ({ place }, at): SeriesLine => ({
      id: `group_${at}`,
      name: names[at] ?? '',
      short: short[at] ?? '',
      color: `var(--group-${at + 1})`,
      places: [place],
    }),
  );
  if (rest.length === 0) return lines;
  const name = 'All others';
  return [...lines, { id: 'rest', name, short: name, color: 'var(--group-rest)', places: rest }];
}

/** Each bucket with the calls of each line. */
export function outcomeBuckets(
  { series }: Pick<OutcomesResponse, 'series'>,
  lines: readonly SeriesLine[],
  interval: Interval,
  zone: string,
): SeriesBucket[] {
  return series.map(({ start, end, partial, outcomes }) => ({
    start,
    end,
    partial,
    ...bucketName(start, interval, zone),
    values: Object.fromEntries(
      lines.map(({ id, places }) => [
        id,
        places.reduce((sum, place) => sum + (outcomes[place] ?? 0), 0),
      ]),
    ),
  }));
}
