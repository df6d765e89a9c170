import type { CallCosts, CallRow } from '@/lib/call/call';
import {
  COST_COMPONENTS,
  type CostComponent,
  costBreakdown,
  type Micros,
} from '@/lib/call/costs/costs';
import type { CsvDialect } from '@/lib/call/query/routes/export-query';
import { decimals } from '@/lib/server/services/export/formats/amounts';
import { jsonCell, type TextCell, textCells } from '@/lib/server/services/export/formats/csv';
import type { Writer } from '@/lib/server/services/export/formats/writer';
import { chargeRecords, consumption, type SharedCells } from './charge';
import { periodCells } from './periods';
import { tagsOf } from './tags';

export type FocusOptions = {
  dialect: CsvDialect;
  currency: string;
  /** The organization that the key belongs to, where it is known: whatever is charged is billed to it. */
  organizationId?: string | undefined;
  /** The billing account of what does not name its own. */
  account: string;
};

/**
 * Writes the costs of calls: a charge for each component that has an amount. A call without a cost has none, one that
 * is known to have cost nothing has a charge of zero.
 */
export function callCharges(options: FocusOptions): Writer {
  const text = textCells(options.dialect);
  const { head, record } = chargeRecords('focus');
  return {
    head,
    record(call) {
      const amounts = pricedAmounts(call.costs);
      if (amounts.length === 0) return '';
      const shared = sharedBy(call, options, text);
      return amounts
        .map(({ component, micros }) =>
          record({
            shared,
            component,
            amount: decimals(micros),
            isUsage: micros >= 0,
            priceId: text(priceId(call.costs, component)),
          }),
        )
        .join('');
    },
  };
}

/**
 * The amounts that make up a call's total, as the index adds them up: without a total there are none, and an amount
 * that no number tells exactly is not known.
 */
export function pricedAmounts(
  costs: CallCosts | null | undefined,
): { component: CostComponent; micros: Micros }[] {
  const breakdown = costBreakdown(costs);
  const total = countable(breakdown?.total);
  if (!breakdown || total === null) return [];
  const known = COST_COMPONENTS.flatMap((component) => {
    if (component === 'other') return [];
    const line = breakdown.lines.find((each) => each.component === component);
    const micros = countable(line?.micros);
    return micros === null ? [] : [{ component, micros }];
  });
  const rest = known.reduce((left, { micros }) => left - micros, total);
  return rest === 0 && known.length > 0
    ? known
    : [...known, { component: 'other', micros: rest + 0 }];
}

function countable(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function sharedBy(call: CallRow, options: FocusOptions, text: TextCell): SharedCells {
  const created = Date.parse(call.created);
  const duration = countable(
    call.duration === null || call.duration === undefined ? null : Math.round(call.duration * 1000),
  );
  const known = duration !== null && duration >= 0 ? duration : null;
  const subAccount = call.use_case?.id;
  return {
    ...periodCells(created, created + Math.ceil((known ?? 0) / 1000) * 1000),
    ...consumption(known, 1),
    account: text(options.organizationId || call.organization_id || options.account),
    currency: options.currency,
    pricingUnit: 'Calls',
    resourceId: text(call.id),
    subAccountId: text(subAccount),
    // Where there is one it has a name: its own, or its id.
    subAccountName: subAccount ? text(call.use_case?.name || subAccount) : '',
    tags: jsonCell(tagsOf(call)),
    calls: '1',
    described: (what) => text(`${what}, ${call.type}`),
  };
}

/** One parent for each price: its id begins with that of the SKU, which stands for itself where no price is known. */
function priceId(costs: CallCosts | null | undefined, component: CostComponent): string {
  const ids = pricingIds(costs, component).filter(Boolean);
  return ids.length === 0 ? component : `${component}/${ids.join('+')}`;
}

/** The LLM has two prices, one for what goes in and one for what comes out. */
function pricingIds(costs: CallCosts | null | undefined, component: CostComponent) {
  if (component === 'other') return [];
  if (component === 'llm') return [costs?.llm?.input_pricing_id, costs?.llm?.output_pricing_id];
  return [costs?.[component]?.pricing_id];
}
