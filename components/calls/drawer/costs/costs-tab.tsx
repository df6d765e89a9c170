import { Fact, Facts, Section } from '@/components/calls/drawer/overview/facts';
import { usePage } from '@/components/shell/context/page-context';
import type { CallRow } from '@/lib/call/call';
import { minuteRates } from '@/lib/call/costs/cost-shares';
import { type CostBreakdown, costBreakdown } from '@/lib/call/costs/costs';
import { keyLabel } from '@/lib/format/key-label';
import { formatMoney } from '@/lib/format/money';
import { CostBar } from './cost-bar';
import { CostTable } from './cost-table';

export function CostsTab({ call }: { call: CallRow }) {
  const { currency } = usePage();
  const breakdown = costBreakdown(call.costs);
  if (!breakdown || !hasAmounts(breakdown)) return <NoCosts />;
  const rates = minuteRates(call.costs?.['per-minute']);
  return (
    <>
      <Section title="Cost by component">
        <CostBar lines={breakdown.lines} />
        <CostTable breakdown={breakdown} seconds={call.duration} currency={currency} />
        <Mismatch breakdown={breakdown} currency={currency} />
      </Section>
      {rates.length > 0 && (
        <Section title="Rates per minute, as HappyRobot gives them">
          <Facts>
            {rates.map(({ key, micros }) => (
              <Fact key={key} label={keyLabel(key) || '(no name)'}>
                {formatMoney(micros, currency)}
              </Fact>
            ))}
          </Facts>
        </Section>
      )}
    </>
  );
}

function hasAmounts({ total, lines }: CostBreakdown): boolean {
  return total !== null || lines.some(({ micros }) => micros !== null);
}

function NoCosts() {
  return (
    <p className="p-4 text-sm text-muted">
      HappyRobot gives no costs for this call. That does not mean that it cost nothing.
    </p>
  );
}

/** Says in words why there is an "Other", or why there are no shares. */
function Mismatch({ breakdown, currency }: { breakdown: CostBreakdown; currency: string }) {
  const words = mismatch(breakdown, currency);
  return words && <p className="mt-2 text-sm text-muted">{words}</p>;
}

function mismatch({ total, lines }: CostBreakdown, currency: string): string | null {
  if (total === null) return 'HappyRobot gives no total for this call, so there are no shares.';
  const other = lines.find(({ component }) => component === 'other')?.micros ?? 0;
  if (other > 0) return 'Other is what the total holds beyond its components.';
  if (other < 0)
    return `The components add up to more than the total, by ${formatMoney(-other, currency)}.`;
  return null;
}
