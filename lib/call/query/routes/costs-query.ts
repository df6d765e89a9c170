import { type ExtractedName, orExtracted } from '@/lib/call/query/extracted';
import type { CallsQuery } from '@/lib/call/query/filters';
import { choice, type Value } from '@/lib/call/values/codec';

/** How long a bucket of the series lasts, by the clocks of the zone. */
export const INTERVALS = ['hour', 'day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** What costs can be broken down by. */
export const GROUPINGS = [
  'none',
  'use_case',
  'model',
  'campaign',
  'status',
  'type',
  'agent',
  'language',
  'classification',
  'tag',
] as const;
export type Grouping = (typeof GROUPINGS)[number];
export type GroupBy = Grouping | ExtractedName;

/** The periods that costs can be compared with: none, the one before, the same one a year earlier. */
export const COMPARISONS = ['none', 'previous', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What `GET /api/costs` takes beside the filters. */
export const costsCodecs = {
  interval: choice(INTERVALS),
  group_by: orExtracted(GROUPINGS),
  compare: choice(COMPARISONS),
} as const;

export type CostsQuery = CallsQuery & {
  [K in keyof typeof costsCodecs]?: Value<(typeof costsCodecs)[K]>;
};
