import type { DailyCost } from '@/lib/server/index/store';
import { decimals } from '@/lib/server/services/export/formats/amounts';
import { jsonCell, textCells } from '@/lib/server/services/export/formats/csv';
import type { FocusOptions } from './call-charges';
import { chargeRecords, consumption } from './charge';
import { periodCells } from './periods';
import { providerTags } from './tags';

const DAY = 86_400_000;

/** Writes costs that are added up by day, use case, model and component: a charge for each. */
export function dailyCharges({ dialect, currency, account }: FocusOptions) {
  const text = textCells(dialect);
  const { head, record } = chargeRecords('focus-daily');
  return {
    head,
    record({ day, use_case, model, component, negative, micros, calls, duration }: DailyCost) {
      const count = `${calls} ${calls === 1 ? 'call' : 'calls'}`;
      const shared = {
        ...periodCells(day * DAY, (day + 1) * DAY),
        ...consumption(duration, calls),
        account: text(account),
        currency,
        pricingUnit: 'Days',
        resourceId: '',
        subAccountId: text(use_case?.id),
        subAccountName: use_case?.id ? text(use_case.name || use_case.id) : '',
        tags: jsonCell(providerTags({ model })),
        calls: String(calls),
        described: (what: string) => text(`${what}, ${count}`),
      };
      const amount = decimals(micros);
      return record({ shared, component, amount, isUsage: !negative, priceId: component });
    },
  };
}

/** The file in pieces, each of them some days: whoever does not take them gets no more made. */
export async function* dailyText(
  head: string,
  days: AsyncIterable<DailyCost[]>,
  record: (cost: DailyCost) => string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(head);
  for await (const costs of days) yield encoder.encode(costs.map(record).join(''));
}
