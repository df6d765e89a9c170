'use client';

import { CallsLink } from '@/components/costs/calls-link';
import { ChartTable } from '@/components/costs/cards/chart-table';
import { groupLinks } from '@/components/costs/groups/group-links';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import { breakdownName, breakdownOf } from '@/components/costs/view/view';
import { Button } from '@/components/ui/button';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import type { CostBasis } from '@/lib/call/costs/cost-change';
import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import { signed } from '@/lib/format/money';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import type { Stair, StairKey, StepPart } from './change-steps';
import type { Words } from './step-words';

type StepGroupsProps = { step: Stair; now: BreakdownResponse; view: CostsPage; words: Words };

/** What each group has in a step; the amounts add up to it, and the counts lead to the calls. */
export function StepGroups({ step, now, view, words }: StepGroupsProps) {
  const { choose } = useAddress();
  const name = `${step.name} by ${breakdownOf(view.breakdown).label}`;
  return (
    <section aria-label={name} className="mt-4 border-t border-line pt-3">
      <div className="flex items-center gap-2">
        <h3 className="mr-auto text-sm font-semibold">{name}</h3>
        <Button size="small" kind="ghost" onClick={() => choose({ step: null })}>
          Hide
        </Button>
      </div>
      <ChartTable
        name={name}
        chartData={{
          ...chartDataOf(columnsOf(step, now, view, words), step.parts, ({ key }) => String(key)),
          footer: footerOf(step, words),
        }}
        className="mt-1"
      />
    </section>
  );
}

function columnsOf(
  { key, name }: Stair,
  now: BreakdownResponse,
  view: CostsPage,
  words: Words,
): Column<StepPart>[] {
  const links = groupLinks(now, view);
  const rate = rateOf(key, words.rate);
  const calls = (
    heading: string,
    basis: (part: StepPart) => CostBasis,
    link: typeof links.now,
  ): Column<StepPart> => ({
    name: heading,
    numeric: true,
    value: (part) => basis(part).calls,
    cell: (part) => (
      <CallsLink href={link(part.key, basis(part).calls, { has_cost: true })}>
        {formatCount(basis(part).calls)}
      </CallsLink>
    ),
  });
  const rates: Column<StepPart>[] = rate
    ? [
        {
          name: `${rate.name} before`,
          numeric: true,
          value: ({ before }) => rate.value(before),
          cell: ({ before }) => rate.write(rate.value(before)),
        },
        {
          name: `${rate.name} now`,
          numeric: true,
          value: ({ after }) => rate.value(after),
          cell: ({ after }) => rate.write(rate.value(after)),
        },
      ]
    : [];
  return [
    {
      name: breakdownName(view.breakdown),
      value: (part) => part.name,
      cell: (part) => <bdi className="wrap-anywhere">{part.name}</bdi>,
    },
    {
      name,
      numeric: true,
      value: ({ micros }) => micros / 1_000_000,
      cell: ({ micros }) => signed(micros, words.money),
    },
    ...rates,
    calls('Calls before', ({ before }) => before, links.before),
    calls('Calls now', ({ after }) => after, links.now),
  ];
}

type Rate = {
  name: string;
  /** Null where there is nothing to divide by. */
  value: (basis: CostBasis) => number | null;
  write: (value: number | null) => string | null;
};

/** What a step is about, group by group, beside the numbers of calls. */
function rateOf(key: StairKey, priced: Words['rate']): Rate | null {
  const written = (write: (value: number) => string) => (value: number | null) =>
    value === null ? null : write(value);
  if (key === 'duration')
    return {
      name: 'Minutes per call',
      value: ({ minutes, calls }) => (calls === 0 ? null : minutes / calls),
      write: written((minutes) => minutes.toFixed(2)),
    };
  const component = COST_COMPONENTS.find((each) => each === key);
  if (component === undefined) return null;
  return {
    name: 'Per minute',
    value: ({ minutes, micros }) => (minutes > 0 ? micros[component] / minutes / 1_000_000 : null),
    write: written((amount) => priced(Math.round(amount * 1_000_000))),
  };
}

function footerOf(step: Stair, { money, rate }: Words): (string | null)[] {
  const sum = (basis: (part: StepPart) => CostBasis) =>
    formatCount(step.parts.reduce((all, part) => all + basis(part).calls, 0));
  const between = rateOf(step.key, rate) ? ['', ''] : [];
  return [
    'These groups',
    signed(step.micros, money),
    ...between,
    sum(({ before }) => before),
    sum(({ after }) => after),
  ];
}
