'use client';

import { useQuery } from '@tanstack/react-query';
import { totalCost } from '@/components/costs/amounts';
import { CallsLink } from '@/components/costs/calls-link';
import { callsHref } from '@/components/costs/drill-down';
import { Explained } from '@/components/costs/explained';
import { successesQuery, successesWithin } from '@/components/costs/questions';
import { type CostsPage, useCostsView, useMoney } from '@/components/costs/use-costs-view';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { optionalCostsQueryOptions } from '@/lib/api/costs';
import { plural } from '@/lib/format/number';
import { costPerSuccess } from './success';
import { Tile, TileFailure, TileSkeleton } from './tile';
import { useSums } from './use-sums';

const OutcomeChoice = lazily(() => import('@/components/costs/controls/outcome-choice'));
const LABEL = 'Cost per successful outcome';

/** What all calls cost, for each call that came to one of the outcomes that the person counts as a success. */
export function SuccessTile() {
  const view = useCostsView();
  const money = useMoney();
  const question = successesQuery(view);
  const { result: all } = useSums(view);
  const won = useQuery(optionalCostsQueryOptions(question));
  if (all.error) return <TileFailure label={LABEL} onRetry={() => void all.refetch()} />;
  if (!all.data) return <TileSkeleton label={LABEL} />;
  const { totals, previous } = all.data;
  // Without a question nothing can be counted: what its query holds then is another question's.
  const answer = question === null ? undefined : won.data;
  const isKnown = question === null || answer !== undefined;
  const successes = answer?.totals.calls ?? 0;
  const before = answer?.previous?.calls ?? 0;
  return (
    <Tile
      label={LABEL}
      value={costPerSuccess(totalCost(totals), successes)}
      before={previous && costPerSuccess(totalCost(previous), before)}
      // The choice below stays open while its number comes, or fails to.
      loading={!isKnown}
      onRetry={question !== null && won.error ? () => void won.refetch() : undefined}
      compared={previous !== null && view.successes.length > 0}
      write={money.of([
        costPerSuccess(totalCost(totals), successes),
        previous && costPerSuccess(totalCost(previous), before),
      ])}
      href={null}
      beforeHref={null}
      tone="cost"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
        <PopoverButton
          label="Outcomes that count as a success"
          className="min-h-6 rounded text-left font-medium text-accent hover:underline"
          popover={() => (
            <Lazily>
              <OutcomeChoice />
            </Lazily>
          )}
        >
          {view.successes.length > 0
            ? `${plural(view.successes.length, 'outcome')} chosen`
            : 'Choose which outcomes count'}
        </PopoverButton>
        {view.successes.length > 0 && isKnown && (
          <CallsLink href={successes > 0 ? successesHref(view, answer?.periods.current) : null}>
            {plural(successes, 'success', 'successes')}
          </CallsLink>
        )}
        <Explained what="success" />
      </p>
    </Tile>
  );
}

type Ends = { from: string | null; to: string | null };

function successesHref(view: CostsPage, range: Ends | undefined): string {
  return callsHref(view.address, range ?? null, {
    classifications: successesWithin(view.filters, view.successes),
  });
}
