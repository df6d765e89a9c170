import { COST_LABELS, type CostComponent } from '@/lib/call/costs/costs';
import { FOCUS_FORMS, type FocusColumn } from '@/lib/call/query/focus-columns';
import type { FocusFormat } from '@/lib/call/query/routes/export-query';
import { decimals } from '@/lib/server/services/export/formats/amounts';
import { type Cell, csvRecord } from '@/lib/server/services/export/formats/csv';

/**
 * A charge of FOCUS 1.2, the FinOps Open Cost and Usage Specification. Readings of ours:
 * - HappyRobot tells what a call cost and not by which price and volume. So the unit of pricing is the call, or of
 *   daily totals the day, and its price is the amount; minutes are what was consumed, and calls where nobody knows
 *   the minutes: a quantity is never missing, and never zero for want of a better one.
 * - It knows no discounts here, so that billed, effective, listed and contracted cost are one.
 * - Nothing has a price below zero. What an amount below zero takes back is an adjustment, which has neither price nor
 *   quantity; it corrects nothing that was invoiced, so that it has no class.
 */
export type Charge = {
  shared: SharedCells;
  component: CostComponent;
  amount: Cell;
  isUsage: boolean;
  /** What price the amount was made of, where HappyRobot says so. */
  priceId: Cell;
};

/** What all charges of a call have in common and takes time to write. */
export type SharedCells = {
  account: Cell;
  currency: Cell;
  periodStart: Cell;
  periodEnd: Cell;
  start: Cell;
  end: Cell;
  consumed: Cell;
  consumedUnit: Cell;
  pricingUnit: Cell;
  resourceId: Cell;
  subAccountId: Cell;
  subAccountName: Cell;
  tags: Cell;
  calls: Cell;
  /** The description of a charge of something, with what of the call, or of the day, is worth saying. */
  described: (what: string) => Cell;
};

const VENDOR = 'HappyRobot';

type Column = (charge: Charge) => Cell;
const amount: Column = (charge) => charge.amount;
const constant = (text: string) => (): Cell => text;
const nothing = constant('');
/** An adjustment has none. */
const ofUsage =
  (cell: Column): Column =>
  (charge) =>
    charge.isUsage ? cell(charge) : '';

const CELLS: Record<FocusColumn, Column> = {
  BilledCost: amount,
  BillingAccountId: ({ shared }) => shared.account,
  BillingAccountName: nothing,
  BillingCurrency: ({ shared }) => shared.currency,
  BillingPeriodEnd: ({ shared }) => shared.periodEnd,
  BillingPeriodStart: ({ shared }) => shared.periodStart,
  ChargeCategory: ({ isUsage }) => (isUsage ? 'Usage' : 'Adjustment'),
  ChargeClass: nothing,
  ChargeDescription: ({ component, isUsage, shared }) =>
    shared.described(isUsage ? COST_LABELS[component] : `${COST_LABELS[component]} below zero`),
  ChargeFrequency: ({ isUsage }) => (isUsage ? 'Usage-Based' : 'One-Time'),
  ChargePeriodEnd: ({ shared }) => shared.end,
  ChargePeriodStart: ({ shared }) => shared.start,
  ConsumedQuantity: ofUsage(({ shared }) => shared.consumed),
  ConsumedUnit: ofUsage(({ shared }) => shared.consumedUnit),
  ContractedCost: amount,
  ContractedUnitPrice: ofUsage(amount),
  EffectiveCost: amount,
  InvoiceIssuerName: constant(VENDOR),
  ListCost: amount,
  ListUnitPrice: ofUsage(amount),
  PricingCategory: ofUsage(constant('Standard')),
  PricingQuantity: ofUsage(constant('1')),
  PricingUnit: ofUsage(({ shared }) => shared.pricingUnit),
  ProviderName: constant(VENDOR),
  PublisherName: constant(VENDOR),
  ResourceId: ({ shared }) => shared.resourceId,
  /** Nobody gives a call a name. */
  ResourceName: nothing,
  ResourceType: ({ shared }) => (shared.resourceId === '' ? '' : 'Call'),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant(`${VENDOR} Calls`),
  ServiceSubcategory: constant('Bots'),
  SkuId: ({ component }) => component,
  SkuMeter: ({ component }) => COST_LABELS[component],
  SkuPriceId: ofUsage(({ priceId }) => priceId),
  SubAccountId: ({ shared }) => shared.subAccountId,
  SubAccountName: ({ shared }) => shared.subAccountName,
  Tags: ({ shared }) => shared.tags,
  x_CallCount: ({ shared }) => shared.calls,
};

/** Writes charges as records of a file of one form. */
export function chargeRecords(format: FocusFormat): { head: string; record: Column } {
  const columns = FOCUS_FORMS[format];
  const inOrder = columns.map((column) => CELLS[column]);
  return {
    head: csvRecord(columns),
    record: (charge) => csvRecord(inOrder.map((cell) => cell(charge))),
  };
}

const MS_PER_MINUTE = 60_000;

/** How much was consumed: minutes where they are known, else calls. `duration` is in milliseconds. */
export function consumption(
  duration: number | null,
  calls: number,
): Pick<SharedCells, 'consumed' | 'consumedUnit'> {
  if (duration === null) return { consumed: String(calls), consumedUnit: 'Calls' };
  const consumed = decimals(Math.round((duration / MS_PER_MINUTE) * 1_000_000));
  return { consumed, consumedUnit: 'Minutes' };
}
