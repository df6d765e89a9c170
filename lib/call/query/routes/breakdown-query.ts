import { MOST_DEFINITIONS, successesCodec } from '@/lib/call/costs/success-definitions';
import type { CallsQuery } from '@/lib/call/query/filters';
import { choice, type Value } from '@/lib/call/values/codec';
import { costsCodecs } from './costs-query';

/** As many buckets has a series at most, each with a cell for each group: a month has 744 hours. */
export const MOST_BUCKETS = 750;

/** What `GET /api/costs/breakdown` takes beside the filters. */
export const breakdownCodecs = { ...costsCodecs, successes: successesCodec } as const;

export type BreakdownQuery = CallsQuery & {
  [K in keyof typeof breakdownCodecs]?: Value<(typeof breakdownCodecs)[K]>;
};

const PLAIN_MEASURES = ['cost', 'calls', 'minutes', 'nobody_reached'] as const;

/** What groups are drawn by over time; one for each definition of a success, by its place from 1. */
export type Measure = (typeof PLAIN_MEASURES)[number] | `cost_per_success_${number}`;

export const MEASURES: readonly Measure[] = [
  ...PLAIN_MEASURES,
  ...Array.from({ length: MOST_DEFINITIONS }, (_, at) => `cost_per_success_${at + 1}` as const),
];

export const measureCodec = choice(MEASURES);
