import type { CallCosts } from '@/lib/call/call';
import { COST_COMPONENTS, type CostComponent, costBreakdown, type Micros } from '@/lib/call/costs';

/** The amounts of a call; null is an amount that was not given. */
export type Amounts = { total: Micros | null } & Record<CostComponent, Micros | null>;

/**
 * What a call cost by component. With a total they add up to it to the millionth: "other" is what the known ones
 * leave of it. Without one there is no rest to speak of.
 */
export function amountsOf(costs: CallCosts | null | undefined): Amounts {
  const { total, lines } = costBreakdown(costs) ?? { total: null, lines: [] };
  const amounts: Amounts = { ...NOTHING, total };
  let known = 0;
  for (const { component, micros } of lines) {
    if (component === 'other' || micros === null) continue;
    amounts[component] = micros;
    known += micros;
  }
  const rest = total === null ? 0 : total - known;
  if (rest !== 0) amounts.other = rest;
  return amounts;
}

const NOTHING: Amounts = {
  total: null,
  voip: null,
  transcriber: null,
  llm: null,
  tts: null,
  other: null,
};

/** The components that have an amount, in the order they are shown everywhere. */
export function knownAmounts(
  costs: CallCosts | null | undefined,
): { component: CostComponent; micros: Micros }[] {
  const amounts = amountsOf(costs);
  return COST_COMPONENTS.flatMap((component) => {
    const micros = amounts[component];
    return micros === null ? [] : [{ component, micros }];
  });
}

/** An amount with six decimals, never in the exponent's spelling: `-0.020000`. */
export function decimals(micros: Micros): string {
  const digits = String(Math.abs(micros)).padStart(7, '0');
  return `${micros < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
