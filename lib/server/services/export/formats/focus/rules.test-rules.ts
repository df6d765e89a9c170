/**
 * What FOCUS 1.2 demands of each column (https://focus.finops.org/focus-specification/v1-2/), as data: only what it
 * says with MUST and what can be seen in a file. Written from the specification and not from our code.
 */

/** A record of a file by column; an empty cell is null. */
export type FocusRow = Readonly<Record<string, string>>;

type Test = (row: FocusRow) => boolean;
/** What must hold, in the words of the specification, where `when` does. */
export type Rule = { says: string; when?: Test; holds: Test };

export type ColumnRules = {
  level: 'Mandatory' | 'Recommended' | 'Conditional';
  type: 'String' | 'Decimal' | 'DateTime' | 'JSON';
  nullable: boolean;
  values?: readonly string[];
  rules?: readonly Rule[];
};

const isNull =
  (column: string): Test =>
  (row) =>
    (row[column] ?? '') === '';
const not =
  (test: Test): Test =>
  (row) =>
    !test(row);
const and =
  (...tests: Test[]): Test =>
  (row) =>
    tests.every((test) => test(row));
const is =
  (column: string, ...values: string[]): Test =>
  (row) =>
    values.includes(row[column] ?? '');
const atLeastZero =
  (column: string): Test =>
  (row) =>
    !(row[column] ?? '').startsWith('-');
const before =
  (first: string, second: string): Test =>
  (row) =>
    (row[first] ?? '') < (row[second] ?? '');
/** To the millionth, which is as far as the file tells amounts. */
const product =
  (one: string, other: string, result: string): Test =>
  (row) =>
    Math.round(Number(row[one]) * Number(row[other]) * 1e6) ===
    Math.round(Number(row[result]) * 1e6);

const isCorrection = is('ChargeClass', 'Correction');
/** What is sold by quantity: its price is known. */
const isSold = and(is('ChargeCategory', 'Usage', 'Purchase'), not(isCorrection));

/** Columns that say by which price something was sold. */
const priced = (column: string): Rule[] => [
  {
    says: `${column} MUST be null when ChargeCategory is "Tax".`,
    when: is('ChargeCategory', 'Tax'),
    holds: isNull(column),
  },
  {
    says: `${column} MUST NOT be null when ChargeCategory is "Usage" or "Purchase" and ChargeClass is not "Correction".`,
    when: isSold,
    holds: not(isNull(column)),
  },
];
const together = (column: string, other: string): Rule[] => [
  {
    says: `${column} MUST be null when ${other} is null.`,
    when: isNull(other),
    holds: isNull(column),
  },
  {
    says: `${column} MUST NOT be null when ${other} is not null.`,
    when: not(isNull(other)),
    holds: not(isNull(column)),
  },
];
const unitPrice = (column: string, cost: string): Rule[] => [
  ...priced(column),
  {
    says: `${column} MUST be a non-negative decimal value.`,
    when: not(isNull(column)),
    holds: atLeastZero(column),
  },
  {
    says: `The product of ${column} and PricingQuantity MUST match the ${cost}.`,
    when: and(not(isNull(column)), not(isNull('PricingQuantity')), not(isCorrection)),
    holds: product(column, 'PricingQuantity', cost),
  },
];
const unrelatedCost = (column: string, price: string): Rule => ({
  says: `${column} MUST be equal to the BilledCost if the charge is unrelated to other charges and has no ${price}.`,
  when: isNull(price),
  holds: (row) => row[column] === row.BilledCost,
});

const text = (level: ColumnRules['level'], nullable: boolean, rules?: Rule[]): ColumnRules => ({
  level,
  type: 'String',
  nullable,
  ...(rules && { rules }),
});
const decimal = (level: ColumnRules['level'], nullable: boolean, rules?: Rule[]): ColumnRules => ({
  ...text(level, nullable, rules),
  type: 'Decimal',
});
const instant = (rules?: Rule[]): ColumnRules => ({
  ...text('Mandatory', false, rules),
  type: 'DateTime',
});

export const FOCUS_RULES: Readonly<Record<string, ColumnRules>> = {
  BilledCost: decimal('Mandatory', false),
  BillingAccountId: text('Mandatory', false),
  BillingAccountName: text('Mandatory', true),
  BillingCurrency: text('Mandatory', false, [
    {
      says: 'BillingCurrency MUST be a national currency code of ISO 4217.',
      holds: (row) => /^[A-Z]{3}$/.test(row.BillingCurrency ?? ''),
    },
  ]),
  BillingPeriodEnd: instant(),
  BillingPeriodStart: instant([
    {
      says: 'BillingPeriodEnd is exclusive.',
      holds: before('BillingPeriodStart', 'BillingPeriodEnd'),
    },
  ]),
  ChargeCategory: {
    ...text('Mandatory', false),
    values: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'],
  },
  ChargeClass: { ...text('Mandatory', true), values: ['Correction'] },
  ChargeDescription: text('Mandatory', true),
  ChargeFrequency: {
    ...text('Recommended', false, [
      {
        says: 'ChargeFrequency MUST NOT be "Usage-Based" when ChargeCategory is "Purchase".',
        when: is('ChargeCategory', 'Purchase'),
        holds: not(is('ChargeFrequency', 'Usage-Based')),
      },
    ]),
    values: ['One-Time', 'Recurring', 'Usage-Based'],
  },
  ChargePeriodEnd: instant(),
  ChargePeriodStart: instant([
    {
      says: 'ChargePeriodEnd is exclusive.',
      holds: before('ChargePeriodStart', 'ChargePeriodEnd'),
    },
  ]),
  ConsumedQuantity: decimal('Conditional', true, [
    {
      says: 'ConsumedQuantity MUST be null when ChargeCategory is not "Usage".',
      when: not(is('ChargeCategory', 'Usage')),
      holds: isNull('ConsumedQuantity'),
    },
    {
      says: 'ConsumedQuantity MUST NOT be null when ChargeCategory is "Usage" and ChargeClass is not "Correction".',
      when: and(is('ChargeCategory', 'Usage'), not(isCorrection)),
      holds: and(not(isNull('ConsumedQuantity')), atLeastZero('ConsumedQuantity')),
    },
  ]),
  ConsumedUnit: text('Conditional', true, together('ConsumedUnit', 'ConsumedQuantity')),
  ContractedCost: decimal('Mandatory', false, [
    unrelatedCost('ContractedCost', 'ContractedUnitPrice'),
  ]),
  ContractedUnitPrice: decimal(
    'Conditional',
    true,
    unitPrice('ContractedUnitPrice', 'ContractedCost'),
  ),
  EffectiveCost: decimal('Mandatory', false, [
    {
      says: 'EffectiveCost MUST match the BilledCost if the charge is neither usage nor purchase, and unrelated to others.',
      when: not(is('ChargeCategory', 'Usage', 'Purchase')),
      holds: (row) => row.EffectiveCost === row.BilledCost,
    },
  ]),
  InvoiceIssuerName: text('Mandatory', false),
  ListCost: decimal('Mandatory', false, [unrelatedCost('ListCost', 'ListUnitPrice')]),
  ListUnitPrice: decimal('Conditional', true, unitPrice('ListUnitPrice', 'ListCost')),
  PricingCategory: {
    ...text('Conditional', true, priced('PricingCategory')),
    values: ['Standard', 'Dynamic', 'Committed', 'Other'],
  },
  PricingQuantity: decimal('Mandatory', true, priced('PricingQuantity')),
  PricingUnit: text('Mandatory', true, together('PricingUnit', 'PricingQuantity')),
  ProviderName: text('Mandatory', false),
  PublisherName: text('Mandatory', false),
  ResourceId: text('Conditional', true),
  ResourceName: text('Conditional', true, [
    {
      says: 'ResourceName MUST be null when ResourceId is null, and MUST NOT duplicate it.',
      when: not(isNull('ResourceName')),
      holds: (row) => row.ResourceId !== '' && row.ResourceId !== row.ResourceName,
    },
  ]),
  ResourceType: text('Conditional', true, together('ResourceType', 'ResourceId')),
  ServiceCategory: { ...text('Mandatory', false), values: ['AI and Machine Learning'] },
  ServiceName: text('Mandatory', false),
  ServiceSubcategory: {
    ...text('Recommended', false),
    values: [
      'AI Platforms',
      'Bots',
      'Generative AI',
      'Machine Learning',
      'Natural Language Processing',
      'Other (AI and Machine Learning)',
    ],
  },
  SkuId: text('Conditional', true, priced('SkuId')),
  SkuMeter: text('Conditional', true, [
    {
      says: 'SkuMeter MUST be null when SkuId is null.',
      when: isNull('SkuId'),
      holds: isNull('SkuMeter'),
    },
  ]),
  SkuPriceId: text('Conditional', true, priced('SkuPriceId')),
  SubAccountId: text('Conditional', true),
  SubAccountName: text('Conditional', true, together('SubAccountName', 'SubAccountId')),
  Tags: { level: 'Conditional', type: 'JSON', nullable: true },
};

/** Those that belong together: one price has one SKU, one subcategory one category. */
export const ONE_PARENT = [
  ['SkuPriceId', 'SkuId'],
  ['ServiceSubcategory', 'ServiceCategory'],
] as const;
