'use client';

import { useQuery } from '@tanstack/react-query';
import { Explained } from '@/components/costs/explained';
import { NOBODY_REACHED } from '@/components/costs/groups/group-links';
import { knownCost } from '@/components/costs/view/amounts';
import { callsHref } from '@/components/costs/view/drill-down';
import { measuresQuery } from '@/components/costs/view/questions';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { breakdownQueryOptions } from '@/lib/api/costs';
import type { Measures } from '@/lib/call/answers/breakdown-responses';
import { formatShare } from '@/lib/format/money';
import { plural } from '@/lib/format/number';
import { Tile, TileFailure, TileSkeleton } from './tile';

const LABEL = 'Spent, nobody reached';

/** What went into calls in which nobody was spoken to, or that ended within ten seconds. */
export function NobodyReachedTile() {
  const view = useCostsView();
  const money = useMoney();
  const { data, error, refetch } = useQuery(breakdownQueryOptions(measuresQuery(view)));
  if (error) return <TileFailure label={LABEL} onRetry={() => void refetch()} />;
  if (!data) return <TileSkeleton label={LABEL} />;
  const { totals, previous, periods } = data;
  const { calls } = totals.nobody_reached;
  const priced = { ...NOBODY_REACHED, has_cost: true };
  const linked = (measures: Measures, range: typeof periods.current | null) =>
    pricedOf(measures) > 0 ? callsHref(view.address, range, priced) : null;
  const share = formatShare(calls, totals.calls);
  return (
    <Tile
      label={LABEL}
      value={knownCost(totals.nobody_reached)}
      before={previous && knownCost(previous.nobody_reached)}
      compared={previous !== null}
      write={money.of([
        knownCost(totals.nobody_reached),
        previous && knownCost(previous.nobody_reached),
      ])}
      href={linked(totals, periods.current)}
      beforeHref={previous && linked(previous, periods.previous)}
      tone="cost"
    >
      <p className="mt-1 flex flex-wrap items-center gap-x-1 text-xs text-muted">
        <span>
          <CallsLink
            href={calls > 0 ? callsHref(view.address, periods.current, NOBODY_REACHED) : null}
          >
            {plural(calls, 'call')}
          </CallsLink>
          {share && `, ${share} of all`}
        </span>
        <Explained what="nobody_reached" />
      </p>
    </Tile>
  );
}

function pricedOf({ nobody_reached }: Measures): number {
  return nobody_reached.calls - nobody_reached.calls_without_cost;
}
