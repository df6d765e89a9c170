'use client';

import { callsHref } from '@/components/costs/view/drill-down';
import { useMoney } from '@/components/costs/view/use-costs-view';
import { beforeName } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { amountColumn, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { TableCard } from '@/components/figures/table-card';
import { useOutcomes } from '@/components/outcomes/view/use-outcomes';
import { formatPercent } from '@/components/outcomes/view/write';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import type { OutcomesResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCount } from '@/lib/format/number';
import { type FunnelStep, funnelSteps } from './funnel-steps';

const SuccessDefinitions = lazily(() => import('@/components/costs/successes/success-definitions'));

/** From called to reached to the chosen outcomes; each count leads to its calls. */
export function FunnelCard() {
  const { view, result } = useOutcomes();
  const money = useMoney();
  return (
    <TableCard
      name="Funnel"
      result={result}
      controls={
        <PopoverButton
          label="Outcomes of the funnel"
          className="min-h-6 rounded text-sm font-medium text-accent hover:underline print:hidden"
          popover={() => (
            <Lazily>
              <SuccessDefinitions />
            </Lazily>
          )}
        >
          Choose outcomes
        </PopoverButton>
      }
      summary={() =>
        view.successes.length === 0
          ? 'How many calls reached somebody. Choose outcomes to see how many of those came to them, and what each cost.'
          : 'How many calls reached somebody, and how many of those came to each outcome. A call can count for several. The cost is that of all calls.'
      }
      isEmpty={({ totals }) => totals.calls === 0}
      chartData={(data) =>
        chartDataOf(
          columnsOf(data),
          funnelSteps(data, view.address, view.successes),
          ({ name }) => name,
        )
      }
    />
  );

  function columnsOf({ periods, previous }: OutcomesResponse): Column<FunnelStep>[] {
    const range = periods.current;
    return [
      {
        name: 'Step',
        value: ({ name }) => name,
        cell: ({ name, ofAll }) => (
          <div className="min-w-40">
            <bdi className="wrap-anywhere">{name}</bdi>
            <div aria-hidden className="mt-1 mb-1.5 h-1.5 rounded-sm bg-neutral-soft">
              <div
                className="h-full rounded-sm bg-accent"
                style={{ width: `${(ofAll ?? 0) * 100}%` }}
              />
            </div>
          </div>
        ),
      },
      {
        name: 'Calls',
        numeric: true,
        value: ({ calls }) => calls,
        cell: ({ calls, change }) => (
          <CallsLink href={calls === 0 ? null : callsHref(view.address, range, change)}>
            {formatCount(calls)}
          </CallsLink>
        ),
      },
      shareColumn('Of all calls', ({ ofAll }) => ofAll),
      shareColumn('Of those reached', ({ ofReached }) => ofReached),
      ...(previous
        ? [
            {
              name: beforeName(view),
              numeric: true,
              value: ({ before }: FunnelStep) => before,
              cell: ({ before }: FunnelStep) => before !== null && formatCount(before),
            },
          ]
        : []),
      amountColumn('Cost of each', ({ cost }) => cost, money),
    ];
  }
}

function shareColumn(name: string, value: (step: FunnelStep) => number | null): Column<FunnelStep> {
  return {
    name,
    numeric: true,
    value,
    cell: (step) => {
      const share = value(step);
      return share === null ? null : formatPercent(share);
    },
  };
}
