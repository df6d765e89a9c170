import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import {
  FOCUS_FORMS,
  FOCUS_VERSION,
  type FocusColumn,
  PROVIDER_TAG_PREFIX,
} from '@/lib/call/query/focus-columns';
import type { CsvDialect, FocusFormat } from '@/lib/call/query/routes/export-query';
import type { CostFacts } from '@/lib/server/index/store';
import { ACCOUNT_SAMPLE } from '@/lib/server/services/export/account';
import { decimals } from '@/lib/server/services/export/formats/amounts';
import manifest from '@/package.json' with { type: 'json' };

/** Goes up, with the day, whenever columns or their meaning change: tools keep a table for each schema. */
const SCHEMA = { number: 2, created: '2026-11-29T00:00:00Z' };

export type Described = {
  format: FocusFormat;
  dialect: CsvDialect;
  currency: string;
  account: string;
  /** The file that it goes beside. */
  name: string;
  at: Date;
  range: { from?: string; to?: string };
  /** The filters as they stand in an address. */
  filters: string;
  facts: CostFacts;
  /** Records that could not be read, of the whole index: nobody knows which of them would match. */
  unreadable: number;
};

/**
 * The metadata of FOCUS 1.2, who made the file and what its columns are, and beside it, marked as ours, what the
 * charges rest on: what was asked, what they add up to, and which calls are not among them.
 */
export function focusMetadata(described: Described): string {
  const { format, facts } = described;
  const metadata = {
    DataGenerator: { DataGenerator: 'Callscope' },
    Schema: {
      SchemaId: `callscope-${format}-${FOCUS_VERSION}-${SCHEMA.number}`,
      FocusVersion: FOCUS_VERSION,
      CreationDate: SCHEMA.created,
      DataGeneratorVersion: manifest.version,
      ColumnDefinition: FOCUS_FORMS[format].map(definitionOf),
    },
    x_Export: {
      FileName: described.name,
      CreationDate: `${described.at.toISOString().slice(0, 19)}Z`,
      Granularity: format === 'focus' ? 'Call' : 'Day in UTC, use case, model and component',
      BillingAccountId: described.account,
      BillingCurrency: described.currency,
      ChargesFrom: described.range.from ?? null,
      ChargesTo: described.range.to ?? null,
      Filters: described.filters,
      TextsGuardedAgainstFormulas: described.dialect === 'spreadsheet',
      BilledCost: decimals(facts.micros.total),
      BilledCostBySku: Object.fromEntries(
        COST_COMPONENTS.map((component) => [component, decimals(facts.micros[component])]),
      ),
      Calls: facts.calls,
      CallsWithoutCost: facts.calls - facts.calls_with_cost,
      CallsWithAdjustments: facts.calls_with_negative_component,
      CallsWithCostOfUnknownDuration: facts.calls_with_cost_of_unknown_duration,
      OddCalls: facts.odd_calls,
      UnreadableRecordsInIndex: described.unreadable,
      Notes: NOTES,
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

const NOTES: readonly string[] = [
  'A call without a total cost has no charge; one that cost nothing has a charge of zero.',
  'An amount below zero is an adjustment, which has neither price nor quantity.',
  'Minutes are what was consumed; where the duration of a call is not known it is the call.',
  'HappyRobot tells amounts and no unit prices: a call, or a day, is priced at its amount.',
  `Charges are billed to HAPPYROBOT_ORGANIZATION_ID. Where it is not set a call is billed to its own organization; a day, and a call that names none, to the one that is most frequent among the newest ${ACCOUNT_SAMPLE} calls that match: with calls of several organizations, accounts of the two forms differ.`,
  'Odd calls have fields that were not what they should be; unreadable records are in no file.',
];

const DECIMALS: readonly FocusColumn[] = [
  'BilledCost',
  'ConsumedQuantity',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'ListCost',
  'ListUnitPrice',
  'PricingQuantity',
  'x_CallCount',
];

const INSTANTS: readonly FocusColumn[] = [
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargePeriodEnd',
  'ChargePeriodStart',
];

function definitionOf(column: FocusColumn) {
  if (DECIMALS.includes(column))
    return { ColumnName: column, DataType: 'DECIMAL', NumericPrecision: 24, NumberScale: 6 };
  if (INSTANTS.includes(column)) return { ColumnName: column, DataType: 'DATETIME' };
  if (column === 'Tags')
    return { ColumnName: column, DataType: 'JSON', ProviderTagPrefixes: [PROVIDER_TAG_PREFIX] };
  return { ColumnName: column, DataType: 'STRING', StringEncoding: 'UTF-8' };
}
