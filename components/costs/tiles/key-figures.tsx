'use client';

import type { ReactNode } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { Explained } from '@/components/costs/explained';
import { SuccessTiles } from '@/components/costs/successes/success-tiles';
import {
  expectedCost,
  formatMinutes,
  knownCost,
  pricedCalls,
  totalCost,
} from '@/components/costs/view/amounts';
import { callsHref } from '@/components/costs/view/drill-down';
import { periodWords } from '@/components/costs/view/period-words';
import {
  type CostsPage,
  type Money,
  useCostsView,
  useMoney,
} from '@/components/costs/view/use-costs-view';
import { useTime } from '@/components/shell/context/time-context';
import { problemOf } from '@/lib/api/get-json';
import type { CostsResponse, Sums } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';
import type { AddressChange } from '@/lib/url/address';
import { thresholdWords } from './change';
import { NobodyReachedTile } from './nobody-reached-tile';
import { Tile, TileSkeleton } from './tile';
import { type NoiseOf, useNoise } from './use-noise';
import { useSums } from './use-sums';

/** What it all came to, each number with its change against the period before. */
export function KeyFigures() {
  const view = useCostsView();
  const { result } = useSums(view);
  const { data, error } = result;
  const noise = useNoise(view, data);
  return (
    <section
      aria-label="Key figures"
      aria-busy={data === undefined ? !error : result.isPlaceholderData}
      className="border-b border-line px-4 py-4 md:px-6"
    >
      <p className="min-h-5 text-sm text-muted">{data && <Ranges data={data} view={view} />}</p>
      <p className="min-h-4 text-xs text-muted">
        {data?.previous && thresholdWords(noise(totalCost))}
      </p>
      {error && (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
      )}
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-5 @3xl:grid-cols-4">
        {!error &&
          (data ? (
            <SumTiles data={data} view={view} noise={noise} />
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
  const { current, previous, reason } = periodWords(data, view, zone, now);
  return (
    <>
      <span className="text-text">{current}</span>
      {previous === null ? (
        `, not compared: ${reason}`
      ) : (
        <>
          , compared with <span className="text-text">{previous}</span> ({reason})
        </>
      )}
    </>
  );
}

type SumTilesProps = { data: CostsResponse; view: CostsPage; noise: NoiseOf };

function SumTiles({ data, view, noise }: SumTilesProps) {
  const money = useMoney();
  const { totals, previous, periods } = data;
  const tile = (
    label: string,
    value: (sums: Sums) => number | null,
    write: (value: number) => string,
    more: AddressChange | null,
    tone: 'cost' | 'volume',
    note?: ReactNode,
  ) => {
    const linked = (sums: Sums, range: typeof periods.current | null) =>
      more !== null && value(sums) ? callsHref(view.address, range, more) : null;
    return (
      <Tile
        label={label}
        value={value(totals)}
        // A period before without calls cost nothing; one of calls without costs is not known.
        before={previous && (value === totalCost ? knownCost(previous) : value(previous))}
        compared={previous !== null}
        noise={noise(value)}
        write={write === money ? money.of([value(totals), previous && value(previous)]) : write}
        href={linked(totals, periods.current)}
        beforeHref={previous && linked(previous, periods.previous)}
        tone={tone}
      >
        {note}
      </Tile>
    );
  };
  return (
    <>
      {tile(
        'Total',
        totalCost,
        money,
        { has_cost: true },
        'cost',
        <MissingCosts sums={totals} money={money} />,
      )}
      {tile('Calls', ({ calls }) => calls, formatCount, {}, 'volume')}
      {tile('Minutes', ({ minutes }) => minutes, formatMinutes, {}, 'volume')}
      {tile('Per call', ({ per_call }) => per_call, money, null, 'cost', <Basis sums={totals} />)}
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

/** What a number by the call rests on. */
function Basis({ sums }: { sums: Sums }) {
  const priced = pricedCalls(sums);
  if (priced === 0) return null;
  return <p className="text-xs text-muted">of {plural(priced, 'call')} with a cost</p>;
}

/** What is not in the total yet, and how much it may come to. */
function MissingCosts({ sums, money }: { sums: Sums; money: Money }) {
  const missing = sums.calls_without_cost;
  if (missing === 0) return null;
  const expected = expectedCost(sums);
  return (
    <p className="text-xs text-muted">
      {plural(missing, 'call has', 'calls have')} no cost yet
      {expected !== null && `: about ${money(expected)} at the usual price`}
      {expected !== null && <Explained what="usual_price" />}
    </p>
  );
}
