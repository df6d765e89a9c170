import type { CallCosts, CallRow } from '@/lib/call/call';
import { COST_LABELS, type CostComponent } from '@/lib/call/costs/costs';
import { type CsvDialect, FOCUS_COLUMNS, type FocusColumn } from '@/lib/call/query/export-query';
import { decimals, knownAmounts } from './amounts';
import { type Cell, csvRecord, jsonCell, type TextCell, textCells } from './csv';
import { listText } from './lists';
import type { Writer } from './writer';

/**
 * FOCUS 1.2, the FinOps Open Cost and Usage Specification: one charge for each component of a call's cost that has
 * an amount, so that the charges of a call add up to what it cost. Two readings of ours:
 * - HappyRobot tells what a call cost and not by which price and volume, so that the unit of pricing is the call;
 *   its minutes are the consumed quantity.
 * - It knows no discounts here, so that billed, effective, listed and contracted cost are one.
 */
type Charge = { call: CallRow; component: CostComponent; amount: Cell; shared: Shared };

/** What all charges of a call have in common and takes time to write. */
type Shared = ReturnType<typeof sharedBy>;

const VENDOR = 'HappyRobot';

const amount = (charge: Charge): Cell => charge.amount;
const constant = (text: string) => (): Cell => text;
const nothing = constant('');

const CELLS: Record<FocusColumn, (charge: Charge) => Cell> = {
  BilledCost: amount,
  BillingAccountId: ({ call, shared }) => shared.text(call.organization_id),
  BillingAccountName: nothing,
  BillingCurrency: ({ shared }) => shared.currency,
  BillingPeriodEnd: ({ shared }) => shared.periodEnd,
  BillingPeriodStart: ({ shared }) => shared.periodStart,
  ChargeCategory: constant('Usage'),
  /** Only corrections have one. */
  ChargeClass: nothing,
  ChargeDescription: ({ call, component, shared }) =>
    shared.text(`${COST_LABELS[component]}, ${call.type}`),
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: ({ shared }) => shared.end,
  ChargePeriodStart: ({ shared }) => shared.start,
  ConsumedQuantity: ({ shared }) => shared.minutes,
  ConsumedUnit: ({ shared }) => (shared.minutes === '' ? '' : 'Minutes'),
  ContractedCost: amount,
  ContractedUnitPrice: amount,
  EffectiveCost: amount,
  InvoiceIssuerName: constant(VENDOR),
  ListCost: amount,
  ListUnitPrice: amount,
  PricingCategory: constant('Standard'),
  PricingQuantity: constant('1'),
  PricingUnit: constant('Calls'),
  ProviderName: constant(VENDOR),
  PublisherName: constant(VENDOR),
  ResourceId: ({ call, shared }) => shared.text(call.id),
  ResourceName: ({ shared }) => shared.useCase,
  ResourceType: constant('Call'),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant(`${VENDOR} Calls`),
  ServiceSubcategory: constant('Bots'),
  SkuId: ({ component }) => component,
  SkuMeter: ({ component }) => COST_LABELS[component],
  SkuPriceId: ({ call, component, shared }) => shared.text(priceId(call.costs, component)),
  SubAccountId: ({ call, shared }) => shared.text(call.use_case?.id),
  SubAccountName: ({ shared }) => shared.useCase,
  Tags: ({ shared }) => shared.tags,
};

const IN_ORDER = FOCUS_COLUMNS.map((column) => CELLS[column]);

/** Writes the costs of calls as charges; a call without a cost has none. */
export function focusCsv(currency: string, dialect: CsvDialect): Writer {
  const text = textCells(dialect);
  return {
    head: csvRecord(FOCUS_COLUMNS),
    record(call) {
      const amounts = knownAmounts(call.costs);
      if (amounts.length === 0) return '';
      const shared = sharedBy(call, currency, text);
      return amounts
        .map(({ component, micros }) => ({ call, component, amount: decimals(micros), shared }))
        .map((charge) => csvRecord(IN_ORDER.map((cell) => cell(charge))))
        .join('');
    },
  };
}

function sharedBy(call: CallRow, currency: string, text: TextCell) {
  const created = new Date(call.created);
  const month = Date.UTC(created.getUTCFullYear(), created.getUTCMonth());
  const nextMonth = Date.UTC(created.getUTCFullYear(), created.getUTCMonth() + 1);
  const seconds = call.duration && call.duration > 0 ? call.duration : null;
  // Periods end after they start: a call of unknown length lasts the second that it was made in.
  const end = created.getTime() + Math.max(1, Math.ceil(seconds ?? 0)) * 1000;
  return {
    text,
    currency,
    start: instant(created.getTime()),
    end: instant(end),
    periodStart: instant(month),
    periodEnd: instant(nextMonth),
    minutes: seconds === null ? '' : decimals(Math.round((seconds / 60) * 1_000_000)),
    useCase: text(call.use_case?.name),
    tags: jsonCell(tagsOf(call)),
  };
}

/** FOCUS wants whole seconds. */
function instant(time: number): Cell {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The LLM has two prices, one for what goes in and one for what comes out: no one id is its own. */
function priceId(costs: CallCosts | null | undefined, component: CostComponent) {
  return component === 'other' || component === 'llm' ? null : costs?.[component]?.pricing_id;
}

/** What the charges can be grouped by; a value that is missing is left out, as JSON does with what is undefined. */
function tagsOf(call: CallRow): Record<string, string | undefined> {
  return {
    agent: call.agent?.name ?? call.agent?.id ?? undefined,
    campaign: call.campaign_id ?? undefined,
    language: call.language ?? undefined,
    model: call.use_case?.model ?? undefined,
    outcome: call.classification?.tag ?? undefined,
    status: call.status,
    tags: call.metadata?.tags ? listText(call.metadata.tags) : undefined,
    type: call.type,
  };
}
