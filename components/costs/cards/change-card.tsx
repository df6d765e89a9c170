'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { CallsLink } from '@/components/costs/calls-link';
import { callsHref } from '@/components/costs/drill-down';
import { changeQuery, pastGroupsQuery } from '@/components/costs/questions';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import type { LegendEntry } from '@/components/costs/save/picture';
import { useCostsView, useScaleMoney } from '@/components/costs/use-costs-view';
import { BREAKDOWNS, isComparable } from '@/components/costs/view';
import { usePage } from '@/components/shell/context/page-context';
import { Button } from '@/components/ui/button';
import { lazily } from '@/components/ui/lazily';
import { costsQueryOptions, optionalCostsQueryOptions } from '@/lib/api/costs';
import type { CostsResponse } from '@/lib/call/answers/index-responses';
import type { CostsQuery } from '@/lib/call/query/costs-query';
import { formatMoney } from '@/lib/format/money';
import type { Address } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import { type ExplainedChange, explainChange, floorOf, type Stair } from './change-steps';
import { ChartCard } from './chart-card';

const WaterfallChart = lazily(() => import('@/components/costs/charts/waterfall-chart'));
const NAME = 'Why did it change';

export function ChangeCard() {
  const view = useCostsView();
  const question = changeQuery(view);
  if (question === null) return <NothingToCompare />;
  return <Change question={question} />;
}

function Change({ question }: { question: CostsQuery }) {
  const view = useCostsView();
  const scale = useScaleMoney();
  const router = useRouter();
  const { currency } = usePage();
  const current = useQuery(costsQueryOptions(question));
  const past = useQuery(
    optionalCostsQueryOptions(
      pastGroupsQuery(view, current.data?.previous ? current.data.periods.previous : null),
    ),
  );
  const { label } = BREAKDOWNS[view.breakdown];
  const micros = (amount: number) => formatMoney(amount, currency);
  const ready = current.data && (past.data || past.error || !current.data.previous);
  const data =
    ready && current.data
      ? {
          now: current.data,
          change: explainChange(current.data, past.data, { money: micros, groups: plural(label) }),
        }
      : undefined;
  return (
    <ChartCard
      name={NAME}
      result={{
        data,
        error: current.error,
        refetch: current.refetch,
        isPlaceholderData: current.isPlaceholderData,
      }}
      height="h-72"
      empty={({ change }) => emptyOf(change)}
      summary={({ now, change }) => change && summaryOf(now, change, label, micros, scale)}
      legend={() => LEGEND}
      chart={({ now, change }) =>
        change && (
          <WaterfallChart
            stairs={change.stairs}
            scale={scale}
            floor={floorOf(change.stairs)}
            labelOf={(stair) => signed(stair, micros)}
            onOpen={(stair) => {
              const href = hrefOf(now, view.address, stair);
              if (href) router.push(href);
            }}
          />
        )
      }
      chartData={({ now, change }) =>
        chartDataOf(columnsOf(now, view.address, micros), change?.stairs ?? [], ({ key }) => key)
      }
      below={({ change }) => change && <Sentences stairs={change.stairs} />}
    />
  );
}

function emptyOf(change: ExplainedChange | null): string | null {
  if (change === null) return 'The index knows of no period before to compare with.';
  return change.before === 0 && change.after === 0
    ? 'Neither period has a call with a cost.'
    : null;
}

function summaryOf(
  { overlapping }: CostsResponse,
  { before, after, mixed, stairs }: ExplainedChange,
  label: string,
  money: (micros: number) => string,
  scale: (amount: number) => string,
): string {
  const difference = after - before;
  const change =
    difference === 0
      ? 'exactly as much as before'
      : `${money(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than the ${money(before)} before`;
  const mix = mixed
    ? ''
    : overlapping
      ? ` Calls have several ${plural(label)}, so a change of mix between them is part of the other steps.`
      : ' The groups of the period before are not known, so a change of mix is part of the other steps.';
  const floor = floorOf(stairs);
  const axis = floor === 0 ? '' : ` The axis begins at ${scale(floor)}.`;
  return `${money(after)}: ${change}. Calls without a cost are left out.${mix}${axis}`;
}

const LEGEND: LegendEntry[] = [
  { label: 'Total of a period', color: 'var(--cost-other)' },
  { label: 'Raises the cost', color: 'var(--cost-transcriber)' },
  { label: 'Lowers the cost', color: 'var(--cost-voip)' },
];

function signed({ micros, whole }: Stair, money: (micros: number) => string): string {
  if (whole) return money(micros);
  return micros > 0 ? `+${money(micros)}` : micros < 0 ? `−${money(-micros)}` : '±0';
}

/** The calls of a whole period; what one step adds is of no calls in particular. */
function hrefOf({ periods }: CostsResponse, address: Address, { key, whole, micros }: Stair) {
  if (!whole || micros === 0) return null;
  const range = key === 'before' ? periods.previous : periods.current;
  return callsHref(address, range, { has_cost: true });
}

function columnsOf(
  data: CostsResponse,
  address: Address,
  money: (micros: number) => string,
): Column<Stair>[] {
  return [
    { name: 'Step', value: ({ name }) => name },
    {
      name: 'Amount',
      numeric: true,
      value: ({ micros }) => micros / 1_000_000,
      cell: (stair) => (
        <CallsLink href={hrefOf(data, address, stair)}>{signed(stair, money)}</CallsLink>
      ),
    },
    { name: 'What it says', value: ({ sentence }) => sentence },
  ];
}

function Sentences({ stairs }: { stairs: readonly Stair[] }) {
  return (
    <ul
      aria-label="The steps in words"
      className="mt-3 grid gap-x-8 gap-y-1 text-sm @4xl:grid-cols-2"
    >
      {stairs
        .filter(({ whole }) => !whole)
        .map(({ key, name, sentence }) => (
          <li key={key} className="flex gap-2">
            <span className="w-28 shrink-0 font-medium">{name}</span>
            <span className="text-muted">{sentence}</span>
          </li>
        ))}
    </ul>
  );
}

function NothingToCompare() {
  const { address, choose, filter } = useAddress();
  const off = isComparable(address) && address.has_cost !== false;
  return (
    <figure aria-label={NAME} className="border-b border-line px-4 py-5 md:px-6">
      <h2 className="text-base font-semibold">{NAME}</h2>
      <div className="flex h-40 flex-col items-center justify-center gap-3 text-center text-muted">
        <p className="max-w-md">{whyNot(off, address.has_cost === false)}</p>
        {off && (
          <Button onClick={() => choose({ compare: null })}>Compare with the period before</Button>
        )}
        {!isComparable(address) && (
          <Button onClick={() => filter({ from: '-30d', to: null })}>Show the last 30 days</Button>
        )}
      </div>
    </figure>
  );
}

function whyNot(off: boolean, costless: boolean): string {
  if (off) return 'The comparison with the period before is switched off.';
  if (costless) return 'The filters leave calls without a cost only.';
  return 'A range without a start has no period before it. Choose another range to compare.';
}

function plural(label: string): string {
  return label === 'status' ? 'statuses' : label === 'outcome' ? 'outcomes' : `${label}s`;
}
