import type { CallCosts, CallRow } from '@/lib/call/call';
import { COST_LABELS, type CostComponent } from '@/lib/call/costs';
import { FOCUS_COLUMNS, type FocusColumn } from '@/lib/call/export-query';
import { decimals, knownAmounts } from './amounts';
import { type Cell, csvRecord, jsonCell, textCell } from './csv';
import type { Writer } from './writer';

/**
 * FOCUS 1.2, the FinOps Open Cost and Usage Specification: one charge for each component of a call's cost that has
 * an amount, so that the charges of a call add up to what it cost. Two readings of ours:
 * - HappyRobot tells what a call cost and not by which price and volume, so that the unit of pricing is the call;
 *   its minutes are the consumed quantity.
 * - It knows no discounts here, so that billed, effective, listed and contracted cost are one.
 */
type Charge = { call: CallRow; component: CostComponent; amount: string; currency: string };

const VENDOR = 'HappyRobot';

const amount = ({ amount: number }: Charge): Cell => ({ number });
const constant = (text: string) => (): Cell => ({ text });

const CELLS: Record<FocusColumn, (charge: Charge) => Cell> = {
  BilledCost: amount,
  BillingAccountId: ({ call }) => textCell(call.organization_id),
  BillingAccountName: () => null,
  BillingCurrency: ({ currency }) => ({ text: currency }),
  BillingPeriodEnd: ({ call }) => ({ text: monthStart(call, 1) }),
  BillingPeriodStart: ({ call }) => ({ text: monthStart(call, 0) }),
  ChargeCategory: constant('Usage'),
  /** Only corrections have one. */
  ChargeClass: () => null,
  ChargeDescription: ({ call, component }) => ({
    text: `${COST_LABELS[component]} of one ${call.type.toLowerCase()} call`,
  }),
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: ({ call }) => ({ text: instant(endOf(call)) }),
  ChargePeriodStart: ({ call }) => ({ text: instant(Date.parse(call.created)) }),
  ConsumedQuantity: ({ call }) =>
    isTimed(call) ? { number: decimals(Math.round((call.duration / 60) * 1_000_000)) } : null,
  ConsumedUnit: ({ call }) => (isTimed(call) ? { text: 'Minutes' } : null),
  ContractedCost: amount,
  ContractedUnitPrice: amount,
  EffectiveCost: amount,
  InvoiceIssuerName: constant(VENDOR),
  ListCost: amount,
  ListUnitPrice: amount,
  PricingCategory: constant('Standard'),
  PricingQuantity: () => ({ number: '1' }),
  PricingUnit: constant('Calls'),
  ProviderName: constant(VENDOR),
  PublisherName: constant(VENDOR),
  ResourceId: ({ call }) => ({ text: call.id }),
  ResourceName: ({ call }) => textCell(call.use_case?.name),
  ResourceType: constant('Call'),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant(`${VENDOR} Calls`),
  ServiceSubcategory: constant('Bots'),
  SkuId: ({ component }) => ({ text: component }),
  SkuMeter: ({ component }) => ({ text: COST_LABELS[component] }),
  SkuPriceId: ({ call, component }) => textCell(priceId(call.costs, component)),
  SubAccountId: ({ call }) => textCell(call.use_case?.id),
  SubAccountName: ({ call }) => textCell(call.use_case?.name),
  Tags: ({ call }) => jsonCell(tagsOf(call)),
};

const IN_ORDER = FOCUS_COLUMNS.map((column) => CELLS[column]);

/** Writes the costs of calls as charges; a call without a cost has none. */
export function focusCsv(currency: string): Writer {
  return {
    head: csvRecord(FOCUS_COLUMNS.map((text) => ({ text }))),
    record: (call) =>
      knownAmounts(call.costs)
        .map(({ component, micros }) => ({ call, component, amount: decimals(micros), currency }))
        .map((charge) => csvRecord(IN_ORDER.map((cell) => cell(charge))))
        .join(''),
  };
}

function isTimed(call: CallRow): call is CallRow & { duration: number } {
  return typeof call.duration === 'number' && call.duration > 0;
}

/** Periods end after they start: a call of unknown length lasts the second that it was made in. */
function endOf(call: CallRow): number {
  const seconds = isTimed(call) ? Math.max(1, Math.ceil(call.duration)) : 1;
  return Date.parse(call.created) + seconds * 1000;
}

/** The first instant of the month a call was made in, or of the months after it. */
function monthStart(call: CallRow, after: number): string {
  const created = new Date(call.created);
  return instant(Date.UTC(created.getUTCFullYear(), created.getUTCMonth() + after));
}

/** FOCUS wants whole seconds. */
function instant(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The LLM has two prices, one for what goes in and one for what comes out: no one id is its own. */
function priceId(costs: CallCosts | null | undefined, component: CostComponent) {
  return component === 'other' || component === 'llm' ? null : costs?.[component]?.pricing_id;
}

/** What the charges can be grouped by; keys whose value is not known are left out. */
function tagsOf(call: CallRow): Record<string, string> {
  const tags = {
    agent: call.agent?.name ?? call.agent?.id,
    campaign: call.campaign_id,
    language: call.language,
    model: call.use_case?.model,
    outcome: call.classification?.tag,
    status: call.status,
    tags: call.metadata?.tags?.join(';'),
    type: call.type,
  };
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
}
