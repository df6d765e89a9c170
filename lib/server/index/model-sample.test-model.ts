import { createHash } from 'node:crypto';
import type { Call } from '@/lib/call/call';
import { NO_VALUE } from '@/lib/call/values/terms';
import { valuesOf } from './model.test-model';
import type { IndexQuery } from './store';

/** The calls of a sample and a share of it, worked out from all that match. */
export function sampleOf(
  matching: readonly Call[],
  { sample, share }: Pick<IndexQuery, 'sample' | 'share'>,
): Call[] {
  const strata = [...new Set(matching.map(useCaseOf))]
    .sort(byBytes)
    .map((name) => matching.filter((call) => useCaseOf(call) === name).sort(byHash));
  const size = Math.min(sample ?? matching.length, matching.length);
  const seats = seatsOf(
    strata.map((calls) => calls.length),
    size,
  );
  const drawn = strata.flatMap((calls, at) => calls.slice(0, seats[at]));
  const [part = 1, of = 1] = share?.split('/').map(Number) ?? [];
  return drawn.filter((_, card) => card % of === part - 1);
}

/** By the largest remainder; where two are alike, more for the larger one, then for the first. */
function seatsOf(counts: readonly number[], size: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const seats = counts.map((count) => Math.floor((size * count) / total));
  const left = size - seats.reduce((sum, count) => sum + count, 0);
  const next = counts
    .map((count, at) => ({ at, count, rest: (size * count) % total }))
    .sort((a, b) => b.rest - a.rest || b.count - a.count || a.at - b.at)
    .slice(0, left);
  for (const { at } of next) seats[at] = (seats[at] ?? 0) + 1;
  return seats;
}

export function useCaseOf(call: Call): string {
  return valuesOf(call, 'use_cases')[0] ?? NO_VALUE;
}

function byHash(a: Call, b: Call): number {
  return byBytes(hash(a.id), hash(b.id));
}

function hash(id: string): string {
  return createHash('md5').update(id).digest('hex');
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
