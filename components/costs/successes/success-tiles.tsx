'use client';

import { useQuery } from '@tanstack/react-query';
import { Explained } from '@/components/costs/explained';
import { ofSuccess } from '@/components/costs/groups/group-links';
import { Tile, TileFailure, TileSkeleton } from '@/components/costs/tiles/tile';
import { totalCost } from '@/components/costs/view/amounts';
import { callsHref } from '@/components/costs/view/drill-down';
import { measuresQuery } from '@/components/costs/view/questions';
import { type CostsPage, useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { breakdownQueryOptions } from '@/lib/api/costs';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { plural } from '@/lib/format/number';
import { costPerSuccess, successName } from './success';

const SuccessDefinitions = lazily(() => import('./success-definitions'));

/** What all calls cost, for each call that came to a success as the person defines it: a number for each definition. */
export function SuccessTiles() {
  const view = useCostsView();
  const { data, error, isPlaceholderData, refetch } = useQuery(
    breakdownQueryOptions(measuresQuery(view)),
  );
  const definitions = view.successes.length > 0 ? view.successes : [null];
  return definitions.map((definition, at) => {
    const label = definition ? `Cost per ${successName(definition)}` : 'Cost per success';
    // A success that is renamed is the same one: what floats beside it stays open.
    const key = at;
    const retry = () => void refetch();
    if (error && !definition) return <TileFailure key={key} label={label} onRetry={retry} />;
    if (!data && !error) return <TileSkeleton key={key} label={label} />;
    // An older answer counts other successes.
    const known = isPlaceholderData ? undefined : data;
    return (
      <SuccessTile
        key={key}
        label={label}
        at={definition ? at : null}
        data={known}
        view={view}
        onRetry={error ? retry : undefined}
      />
    );
  });
}

type SuccessTileProps = {
  label: string;
  /** Which definition it is of; null while there is none. */
  at: number | null;
  data: BreakdownResponse | undefined;
  view: CostsPage;
  onRetry: (() => void) | undefined;
};

function SuccessTile({ label, at, data, view, onRetry }: SuccessTileProps) {
  const money = useMoney();
  const now = at === null || !data ? 0 : (data.totals.successes[at] ?? 0);
  const before = at === null ? 0 : (data?.previous?.successes[at] ?? 0);
  const cost = data ? costPerSuccess(totalCost(data.totals), now) : null;
  const costBefore = data?.previous ? costPerSuccess(totalCost(data.previous), before) : null;
  return (
    <Tile
      label={label}
      value={cost}
      before={costBefore}
      // The choice below stays open while its number comes, or fails to.
      loading={at !== null && data === undefined && !onRetry}
      onRetry={onRetry}
      compared={at !== null && Boolean(data?.previous)}
      write={money.of([cost, costBefore])}
      href={null}
      beforeHref={null}
      tone="cost"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        {(at ?? 0) === 0 && (
          <PopoverButton
            label="Success definitions"
            className="min-h-6 rounded text-left font-medium text-accent hover:underline"
            popover={() => (
              <Lazily>
                <SuccessDefinitions />
              </Lazily>
            )}
          >
            {at === null ? 'Choose which outcomes count' : 'Define successes'}
          </PopoverButton>
        )}
        {at !== null && data && (
          <CallsLink
            href={
              now > 0 ? callsHref(view.address, data.periods.current, ofSuccess(view, at)) : null
            }
          >
            {plural(now, 'call')}
          </CallsLink>
        )}
        {(at ?? 0) === 0 && <Explained what="success" />}
      </p>
    </Tile>
  );
}
