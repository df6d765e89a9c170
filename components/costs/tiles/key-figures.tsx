'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { formatMinutes, pricedCalls, totalCost } from '@/components/costs/amounts';
import { callsHref } from '@/components/costs/drill-down';
import { sumsQuery } from '@/components/costs/questions';
import { SuccessTiles } from '@/components/costs/successes/success-tiles';
import { type CostsPage, useCostsView, useMoney } from '@/components/costs/use-costs-view';
import { useTime } from '@/components/shell/context/time-context';
import { costsQueryOptions } from '@/lib/api/costs';
import { problemOf } from '@/lib/api/get-json';
import type { CostsResponse, Sums } from '@/lib/call/answers/index-responses';
import { formatCount } from '@/lib/format/number';
import { describeRange } from '@/lib/format/range';
import { formatDay } from '@/lib/format/time';
import type { AddressChange } from '@/lib/url/address';
import { NobodyReachedTile } from './nobody-reached-tile';
import { Tile, TileSkeleton } from './tile';

/** What it all came to, each number with its change against the period before. */
export function KeyFigures() {
  const view = useCostsView();
  const result = useQuery(costsQueryOptions(sumsQuery(view)));
  const { data, error } = result;
  return (
    <section
      aria-label="Key figures"
      aria-busy={data === undefined ? !error : result.isPlaceholderData}
      className="border-b border-line px-4 py-4 md:px-6"
    >
      <p className="min-h-5 text-sm text-muted">{data && <Ranges data={data} view={view} />}</p>
      {error && (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
      )}
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-5 @3xl:grid-cols-4">
        {!error &&
          (data ? (
            <SumTiles data={data} view={view} />
          ) : (
            SUM_TILES.map((label) => <TileSkeleton key={label} label={label} />)
          ))}
        <NobodyReachedTile />
        <SuccessTiles />
      </dl>
    </section>
  );
}

const SUM_TILES = ['Total', 'Calls', 'Minutes', 'Per call', 'Per minute', 'Calls without a cost'];

function Ranges({ data, view }: { data: CostsResponse; view: CostsPage }): ReactNode {
  const { zone, now } = useTime();
  const { current, previous } = data.periods;
  const words = (range: typeof current) => describeRange(toMinutes(range), zone, now);
  const open = view.address.from === null && view.address.to === null;
  const shown = open ? 'All time' : words(current);
  return (
    <>
      <span className="text-text">{shown}</span>
      {previous && data.previous ? (
        <>
          , compared with <span className="text-text">{words(previous)}</span>
        </>
      ) : (
        `, not compared${whyNot(data, view, (instant) => formatDay(instant, zone, now))}`
      )}
    </>
  );
}

function whyNot(
  { periods }: CostsResponse,
  { address, compare }: CostsPage,
  write: (instant: string) => string,
): string {
  if (compare === 'none')
    return address.compare === 'none' ? '' : ': a range without a start has no period before it';
  const known = periods.previous?.known_from;
  return known
    ? `: calls are known from ${write(known)} only`
    : ': it is not known yet since when there are calls';
}

/** Ends that moved with the clock have seconds, which say nothing; the last millisecond of a day does. */
function toMinutes({ from, to }: CostsResponse['periods']['current']) {
  const whole = (instant: string | null) => instant?.replace(/:\d\d\.\d+Z$/, ':00.000Z');
  return { from: whole(from), to: to?.endsWith(':59.999Z') ? to : whole(to) };
}

function SumTiles({ data, view }: { data: CostsResponse; view: CostsPage }) {
  const money = useMoney();
  const { totals, previous, periods } = data;
  const tile = (
    label: string,
    value: (sums: Sums) => number | null,
    write: (value: number) => string,
    more: AddressChange | null,
    tone: 'cost' | 'volume',
  ) => {
    const linked = (sums: Sums, range: typeof periods.current | null) =>
      more !== null && value(sums) ? callsHref(view.address, range, more) : null;
    return (
      <Tile
        label={label}
        value={value(totals)}
        before={previous && value(previous)}
        compared={previous !== null}
        write={write}
        href={linked(totals, periods.current)}
        beforeHref={previous && linked(previous, periods.previous)}
        tone={tone}
      />
    );
  };
  return (
    <>
      {tile('Total', totalCost, money, { has_cost: true }, 'cost')}
      {tile('Calls', ({ calls }) => calls, formatCount, {}, 'volume')}
      {tile('Minutes', ({ minutes }) => minutes, formatMinutes, {}, 'volume')}
      {tile('Per call', ({ per_call }) => per_call, money, null, 'cost')}
      {tile('Per minute', ({ per_minute }) => per_minute, money, null, 'cost')}
      {tile(
        'Calls without a cost',
        (sums) => sums.calls - pricedCalls(sums),
        formatCount,
        { has_cost: false },
        'volume',
      )}
    </>
  );
}
