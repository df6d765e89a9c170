import type { CallCosts } from '@/lib/call/call';
import {
  type CostComponent,
  componentAmounts,
  type Micros,
  microsOf,
} from '@/lib/call/costs/costs';

/** The amounts of a call; null is an amount that was not given. */
export type Amounts = { total: Micros | null } & Record<CostComponent, Micros | null>;

/**
 * What a call cost by component. With a total they add up to it to the millionth: "other" is what the known ones
 * leave of it. Without one there is no rest to speak of.
 */
export function amountsOf(costs: CallCosts | null | undefined): Amounts {
  if (!costs) return NOTHING;
  const known = componentAmounts(costs);
  const total = microsOf(costs.total_costs);
  const voip = microsOf(known.voip);
  const transcriber = microsOf(known.transcriber);
  const llm = microsOf(known.llm);
  const tts = microsOf(known.tts);
  const rest = (total ?? 0) - ((voip ?? 0) + (transcriber ?? 0) + (llm ?? 0) + (tts ?? 0));
  const other = total === null || rest === 0 ? null : rest;
  return { total, voip, transcriber, llm, tts, other };
}

const NOTHING: Amounts = {
  total: null,
  voip: null,
  transcriber: null,
  llm: null,
  tts: null,
  other: null,
};

/** An amount with six decimals, never in the exponent's spelling: `-0.020000`. */
export function decimals(micros: Micros): string {
  if (micros < 0 || micros >= PLAIN_MICROS) return (micros / 1_000_000).toFixed(6);
  const whole = Math.floor(micros / 1_000_000);
  return `${whole}.${String(micros - whole * 1_000_000 + 1_000_000).slice(1)}`;
}

/** Up to here the digits are put together, which takes half the time. */
const PLAIN_MICROS = 1_000_000_000_000;
