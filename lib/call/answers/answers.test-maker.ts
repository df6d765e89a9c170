import type { Coverage, Sums } from './index-responses';

/** Parts of answers that tests need and are not about. */

/** What so many calls come to, all of it for the line. */
export function sums(calls: number, total: number, more: Partial<Sums> = {}): Sums {
  return {
    calls,
    calls_without_cost: 0,
    minutes: calls,
    total,
    voip: total,
    transcriber: 0,
    llm: 0,
    tts: 0,
    other: 0,
    per_call: null,
    per_minute: null,
    ...more,
  };
}

/** An index that has read so many calls, which are all that there are. */
export function coverageOf(calls: number): Coverage {
  return {
    from: null,
    to: null,
    complete: true,
    indexed: calls,
    upstream_count: calls,
    unreadable: 0,
  };
}

export function indexMeta(calls: number) {
  return { source: 'index', as_of: null, coverage: coverageOf(calls) } as const;
}
