import type { FocusFormat } from './routes/export-query';

/** The version of the FinOps Open Cost and Usage Specification, https://focus.finops.org, that files keep to. */
export const FOCUS_VERSION = '1.2';

/**
 * The columns of a FOCUS file: every mandatory one, and those of the others that HappyRobot gives an answer to. Left
 * out is what nobody here knows: the invoice (`InvoiceId`), regions, commitments and other currencies.
 */
export const FOCUS_COLUMNS = [
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'ServiceSubcategory',
  'SkuId',
  'SkuMeter',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
] as const;
type StandardColumn = (typeof FOCUS_COLUMNS)[number];

/** A day's charges also say of how many calls they are: a column of ours, marked as such. */
const FOCUS_DAILY_COLUMNS = [...FOCUS_COLUMNS, 'x_CallCount'] as const;
export type FocusColumn = StandardColumn | 'x_CallCount';

/** The columns of each form, in order. */
export const FOCUS_FORMS: Record<FocusFormat, readonly FocusColumn[]> = {
  focus: FOCUS_COLUMNS,
  'focus-daily': FOCUS_DAILY_COLUMNS,
};

/** What stands before the keys of tags that HappyRobot gives; the tags that people gave are as they gave them. */
export const PROVIDER_TAG_PREFIX = 'happyrobot/';
