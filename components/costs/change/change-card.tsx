'use client';

import { useRouter } from 'next/navigation';
import { CallsLink } from '@/components/costs/calls-link';
import { ChartCard } from '@/components/costs/cards/chart-card';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import type { LegendEntry } from '@/components/costs/save/picture';
import { callsHref } from '@/components/costs/view/drill-down';
import { type CostsPage, type Money, useMoney } from '@/components/costs/view/use-costs-view';
import { breakdownOf } from '@/components/costs/view/view';
import { lazily } from '@/components/ui/lazily';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { signed } from '@/lib/format/money';
import { useAddress } from '@/lib/url/use-address';
import { axisTicks } from './axis-ticks';
import type { ExplainedChange, Stair } from './change-steps';
import { NothingToCompare } from './nothing-to-compare';
import { StepGroups } from './step-groups';
import { StepList } from './step-list';
import type { Words } from './step-words';
import { useChange } from './use-change';
import { STAIR_COLORS } from './waterfall-colors';

const WaterfallChart = lazily(() => import('./waterfall-chart'));
const NAME = 'Why did it change';

export function ChangeCard() {
  const { asked } = useChange();
  // What a link leads to, also while the answer is on its way.
  return <div id="why">{asked ? <Change /> : <NothingToCompare name={NAME} />}</div>;
}

function Change() {
  const { view, words, result } = useChange();
  const money = useMoney();
  const router = useRouter();
  const { address, choose } = useAddress();
  const { label } = breakdownOf(view.breakdown);
  return (
    <ChartCard
      name={NAME}
      result={result}
      height="h-72"
      empty={({ change }) => emptyOf(change)}
      summary={({ now, change }) => change && summaryOf(now, change, label, words, money)}
      legend={() => LEGEND}
      chart={({ now, change }) =>
        change && (
          <WaterfallChart
            stairs={change.stairs}
            scale={money.axis(axisTicks(change.stairs))}
            ticks={axisTicks(change.stairs)}
            labelOf={(stair) => amountOf(stair, words)}
            onOpen={(stair) => {
              const { key, parts } = stair;
              if (key !== 'before' && key !== 'after' && parts.length > 0) choose({ step: key });
              const href = hrefOf(now, view, stair);
              if (href) router.push(href);
            }}
          />
        )
      }
      chartData={({ now, change }) =>
        chartDataOf(columnsOf(now, view, words), change?.stairs ?? [], ({ key }) => key)
      }
      below={({ now, change }) => {
        if (!change) return null;
        const step = change.stairs.find(({ key, whole }) => !whole && key === address.step);
        return (
          <>
            <StepList stairs={change.stairs} chosen={step?.key ?? null} />
            {step && step.parts.length > 0 && (
              <StepGroups step={step} now={now} view={view} words={words} />
            )}
          </>
        );
      }}
    />
  );
}

function emptyOf(change: ExplainedChange | null): string | null {
  if (change === null) return 'The index does not know the period before, so nothing is compared.';
  return change.before === 0 && change.after === 0
    ? 'Neither period has a call with a cost.'
    : null;
}

function summaryOf(
  { overlapping }: BreakdownResponse,
  { before, after, stairs }: ExplainedChange,
  label: string,
  { money, groups }: Words,
  axis: Pick<Money, 'axis'>,
): string {
  const difference = after - before;
  const change =
    difference === 0
      ? 'exactly as much as before'
      : `${money(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than the ${money(before)} before`;
  const mix = overlapping
    ? ` A call can have several ${groups}, so steps are not told apart by ${label}.`
    : '';
  const ticks = axisTicks(stairs);
  const [floor = 0] = ticks;
  const cut =
    floor <= 0 ? '' : ` The axis is cut: it begins at ${axis.axis(ticks)(floor)}, not at zero.`;
  return `${money(after)}: ${change}. Calls without a cost are left out.${mix}${cut}`;
}

const LEGEND: LegendEntry[] = [
  { label: 'Total of a period', color: STAIR_COLORS.whole },
  { label: 'Raises the cost', color: STAIR_COLORS.more },
  { label: 'Lowers the cost', color: STAIR_COLORS.less },
];

function amountOf({ micros, whole }: Stair, { money }: Words): string {
  return whole ? money(micros) : signed(micros, money);
}

/** The calls of a whole period; what one step adds is of groups. */
function hrefOf(
  { periods }: BreakdownResponse,
  { address }: CostsPage,
  { key, whole, micros }: Stair,
) {
  if (!whole || micros === 0) return null;
  const range = key === 'before' ? periods.previous : periods.current;
  return callsHref(address, range, { has_cost: true });
}

function columnsOf(data: BreakdownResponse, view: CostsPage, words: Words): Column<Stair>[] {
  return [
    { name: 'Step', value: ({ name }) => name },
    {
      name: 'Amount',
      numeric: true,
      value: ({ micros }) => micros / 1_000_000,
      cell: (stair) => (
        <CallsLink href={hrefOf(data, view, stair)}>{amountOf(stair, words)}</CallsLink>
      ),
    },
    { name: 'What it says', value: ({ sentence }) => sentence },
  ];
}
