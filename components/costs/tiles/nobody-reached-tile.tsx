'use client';

import { useQuery } from '@tanstack/react-query';
import { totalCost } from '@/components/costs/amounts';
import { CallsLink } from '@/components/costs/calls-link';
import { callsHref } from '@/components/costs/drill-down';
import { Explained } from '@/components/costs/explained';
import { nobodyReachedQuery } from '@/components/costs/questions';
import { useCostsView, useMoney } from '@/components/costs/use-costs-view';
import { optionalCostsQueryOptions } from '@/lib/api/costs';
import { plural } from '@/lib/format/number';
import { Tile, TileFailure, TileSkeleton } from './tile';
import { useNoise } from './use-noise';

const LABEL = 'Spent, nobody reached';

/** What went into calls in which nobody was reached. */
export function NobodyReachedTile() {
  const view = useCostsView();
  const money = useMoney();
  const question = nobodyReachedQuery(view);
  const { data, error, refetch } = useQuery(optionalCostsQueryOptions(question));
  const noise = useNoise({ ...view, filters: { ...view.filters, has_outcome: false } }, data);
  if (question === null)
    return (
      <Tile
        label={LABEL}
        value={null}
        before={null}
        compared={false}
        write={money}
        href={null}
        beforeHref={null}
        tone="cost"
      >
        <p className="text-xs text-muted">The filters leave none of them.</p>
      </Tile>
    );
  if (error) return <TileFailure label={LABEL} onRetry={() => void refetch()} />;
  if (!data) return <TileSkeleton label={LABEL} />;
  const { totals, previous, periods } = data;
  const none = { has_outcome: false };
  return (
    <Tile
      label={LABEL}
      value={totalCost(totals)}
      before={previous && totalCost(previous)}
      compared={previous !== null}
      noise={noise(totalCost)}
      write={money.of([totalCost(totals), previous && totalCost(previous)])}
      href={callsHref(view.address, periods.current, { ...none, has_cost: true })}
      beforeHref={
        previous && callsHref(view.address, periods.previous, { ...none, has_cost: true })
      }
      tone="cost"
    >
      <p className="flex items-center gap-x-1 text-xs text-muted">
        <CallsLink href={totals.calls > 0 ? callsHref(view.address, periods.current, none) : null}>
          {plural(totals.calls, 'call')}
        </CallsLink>
        <Explained what="nobody_reached" />
      </p>
    </Tile>
  );
}
