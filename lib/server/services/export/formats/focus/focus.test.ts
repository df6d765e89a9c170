import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallRow } from '@/lib/call/call';
import { toMicros } from '@/lib/call/costs/costs';
import { FOCUS_COLUMNS, PROVIDER_TAG_PREFIX } from '@/lib/call/query/focus-columns';
import { CSV_DIALECTS } from '@/lib/call/query/routes/export-query';
import { generateCalls } from '@/lib/demo/generate';
import { parseCsv, parseTable } from '@/lib/server/services/export/formats/csv.test-parser';
import { callCharges, pricedAmounts } from './call-charges';
import { hostileCalls } from './hostile-calls.test-calls';
import { brokenRules } from './validator.test-validator';

const OPTIONS = { dialect: 'exact', currency: 'EUR', account: 'org-of-key' } as const;

function fileOf(
  calls: readonly CallRow[],
  options: Partial<Parameters<typeof callCharges>[0]> = {},
) {
  const { head, record } = callCharges({ ...OPTIONS, ...options });
  return head + calls.map(record).join('');
}

function faultsOf(text: string): string[] {
  return brokenRules(parseCsv(text)[0] ?? [], parseTable(text), [PROVIDER_TAG_PREFIX]);
}

const PLAIN: CallRow = {
  id: '66f0aa000000000000000001',
  organization_id: 'org-1',
  type: 'Inbound',
  status: 'Failed',
  created: '2026-11-01T05:59:59.500Z',
  duration: 90,
  use_case: { id: 'uc', name: 'Carrier sales', model: 'gpt' },
  metadata: { tags: ['vip', 'a;b'] },
  costs: { total_costs: 0.05, voip: { total_cost: 0.05, pricing_id: 'price-1' } },
};

describe('the rules of FOCUS 1.2', () => {
  it.each<Record<string, string>>([
    { ConsumedQuantity: '' },
    { SkuPriceId: '' },
    { SkuId: '' },
    { ListUnitPrice: '-0.050000', ListCost: '-0.050000' },
    { ContractedUnitPrice: '0.040000' },
    { PricingQuantity: '' },
    { BilledCost: '' },
    { BilledCost: '5e-2' },
    { BilledCost: '+0.05' },
    { BilledCost: '1,000.00' },
    { BillingAccountId: '' },
    { BillingCurrency: '€' },
    { ChargePeriodStart: '2026-11-01T05:59:59.500Z' },
    { ChargePeriodEnd: '2026-11-01T05:59:59Z' },
    { ChargeCategory: 'Refund' },
    { ChargeCategory: 'Adjustment' },
    { ChargeClass: 'Adjustment' },
    { ChargeFrequency: 'Daily' },
    { ConsumedUnit: '' },
    { SubAccountId: '' },
    { ResourceType: '' },
    { ResourceName: '66f0aa000000000000000001' },
    { Tags: '{"model":"gpt"}' },
    { Tags: '{"happyrobot/model":["gpt"]}' },
    { Tags: 'model=gpt' },
  ])('see %o', (change) => {
    const [charge = {}] = parseTable(fileOf([PLAIN]));
    const faults = (row: Record<string, string>) =>
      brokenRules(FOCUS_COLUMNS, [row], [PROVIDER_TAG_PREFIX]);
    expect(faults(charge)).toEqual([]);
    expect(faults({ ...charge, ...change })).not.toEqual([]);
  });

  it('see columns that are missing, unknown or out of place, and prices of two parents', () => {
    const rows = parseTable(fileOf([PLAIN]));
    const faults = (columns: readonly string[]) =>
      brokenRules(columns, rows, [PROVIDER_TAG_PREFIX]);
    expect(faults(FOCUS_COLUMNS.filter((column) => column !== 'ListCost'))).toHaveLength(1);
    expect(faults([...FOCUS_COLUMNS, 'x_Own'])).toEqual([]);
    expect(faults([...FOCUS_COLUMNS, 'Zeal'])).toHaveLength(1);
    expect(faults(['x_Own', ...FOCUS_COLUMNS])).toHaveLength(1);
    const torn = [...rows, ...rows.map((row) => ({ ...row, SkuId: 'tts' }))];
    expect(brokenRules(FOCUS_COLUMNS, torn, [PROVIDER_TAG_PREFIX])).toHaveLength(1);
  });

  it.each(CSV_DIALECTS)('are kept by every call of the demo: %s', (dialect) => {
    const now = Date.parse('2026-11-22T20:00:00Z');
    const calls: CallRow[] = generateCalls({ seed: 'focus', now, count: 1500 });
    expect(faultsOf(fileOf(calls, { dialect }))).toEqual([]);
  });

  it('are kept by whatever is written, and the charges of a call add up to what it cost', () => {
    const property = fc.property(
      hostileCalls,
      fc.constantFrom(...CSV_DIALECTS),
      fc.constantFrom('USD', 'JPY', 'KWD', 'XAF', 'CLF'),
      (calls, dialect, currency) => {
        const text = fileOf(calls, { dialect, currency });
        expect(faultsOf(text)).toEqual([]);
        const rows = parseTable(text);
        for (const call of calls)
          expectSums(
            call,
            rows.filter((row) => row.ResourceId === call.id),
          );
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});

function expectSums({ costs }: CallRow, charges: readonly Record<string, string>[]) {
  const total = costs?.total_costs;
  const isKnown = typeof total === 'number' && Number.isSafeInteger(toMicros(total));
  if (!isKnown) return expect(charges).toEqual([]);
  const columns = ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'];
  // Beyond what numbers tell exactly only the size can be right.
  const isExact = pricedAmounts(costs).every(({ micros }) => Math.abs(micros) < 1e15);
  for (const column of columns) {
    const sum = charges.reduce((all, row) => all + Math.round(Number(row[column]) * 1e6), 0);
    if (isExact) expect(sum + 0).toBe(toMicros(total) + 0);
  }
}

describe('a charge', () => {
  it('is told in the words of the specification', () => {
    const [charge, ...others] = parseTable(fileOf([PLAIN]));
    expect(others).toEqual([]);
    expect(charge).toMatchObject({
      BilledCost: '0.050000',
      BillingAccountId: 'org-1',
      BillingCurrency: 'EUR',
      BillingPeriodStart: '2026-11-01T00:00:00Z',
      BillingPeriodEnd: '2026-12-01T00:00:00Z',
      ChargeCategory: 'Usage',
      ChargeClass: '',
      ChargeFrequency: 'Usage-Based',
      ChargePeriodStart: '2026-11-01T05:59:59Z',
      ChargePeriodEnd: '2026-11-01T06:01:29Z',
      ConsumedQuantity: '1.500000',
      ConsumedUnit: 'Minutes',
      ListUnitPrice: '0.050000',
      PricingQuantity: '1',
      PricingUnit: 'Calls',
      ProviderName: 'HappyRobot',
      SkuId: 'voip',
      SkuPriceId: 'voip/price-1',
    });
    expect(JSON.parse(charge?.Tags ?? '')).toEqual({
      vip: true,
      'a;b': true,
      'happyrobot/model': 'gpt',
      'happyrobot/status': 'Failed',
      'happyrobot/type': 'Inbound',
    });
  });

  it.each([
    [0, '0.000000', 'Minutes'],
    [30, '0.500000', 'Minutes'],
    [null, '1', 'Calls'],
    [undefined, '1', 'Calls'],
    [-1, '1', 'Calls'],
  ])('of %s seconds consumes %s %s', (duration, quantity, unit) => {
    const [charge] = parseTable(fileOf([{ ...PLAIN, duration }]));
    expect([charge?.ConsumedQuantity, charge?.ConsumedUnit]).toEqual([quantity, unit]);
  });

  it('below zero is an adjustment without price and quantity', () => {
    const costs = { total_costs: 0.02, voip: { total_cost: 0.05 }, tts: { total_cost: 0 } };
    const charges = parseTable(fileOf([{ ...PLAIN, costs }]));
    expect(charges.map((c) => [c.SkuId, c.ChargeCategory, c.BilledCost, c.ListUnitPrice])).toEqual([
      ['voip', 'Usage', '0.050000', '0.050000'],
      ['tts', 'Usage', '0.000000', '0.000000'],
      ['other', 'Adjustment', '-0.030000', ''],
    ]);
    expect(charges[2]).toMatchObject({ ConsumedQuantity: '', PricingQuantity: '', SkuPriceId: '' });
  });

  it('has the account of the key where the call names none, and a tag that looks like ours is kept', () => {
    const call = {
      ...PLAIN,
      organization_id: null,
      metadata: { tags: ['happyrobot/model', '__proto__'] },
    };
    const [charge] = parseTable(fileOf([call]));
    expect(charge?.BillingAccountId).toBe('org-of-key');
    const [own] = parseTable(fileOf([PLAIN], { organizationId: 'org-of-all' }));
    expect(own?.BillingAccountId).toBe('org-of-all');
    const tags = new Map(Object.entries(JSON.parse(charge?.Tags ?? '')));
    expect(tags.get('happyrobot/model')).toBe('gpt');
    expect(tags.get('happyrobot/tags/happyrobot/model')).toBe(true);
    expect(tags.get('__proto__')).toBe(true);
  });

  it.each([
    ['2026-12-31T23:59:59Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    ['+010000-01-01T00:00:00Z', '9999-12-01T00:00:00Z', '9999-12-31T23:59:59Z'],
    ['0001-02-03T00:00:00Z', '0001-02-01T00:00:00Z', '0001-03-01T00:00:00Z'],
  ])('of %s is billed from %s to %s', (created, start, end) => {
    const text = fileOf([{ ...PLAIN, created }]);
    expect(faultsOf(text)).toEqual([]);
    const [charge] = parseTable(text);
    expect([charge?.BillingPeriodStart, charge?.BillingPeriodEnd]).toEqual([start, end]);
  });

  it('of a call that cost nothing is one of zero', () => {
    for (const total_costs of [0, -0]) {
      const charges = parseTable(fileOf([{ ...PLAIN, costs: { total_costs } }]));
      expect(charges).toMatchObject([{ SkuId: 'other', BilledCost: '0.000000' }]);
    }
  });

  it('of a call without a total is none: nothing it could add up to is known', () => {
    const costs = { tts: { total_cost: 1 } };
    expect(
      parseTable(
        fileOf([
          { ...PLAIN, costs },
          { ...PLAIN, costs: null },
        ]),
      ),
    ).toEqual([]);
  });
});
