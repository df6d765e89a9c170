import { indexMeta } from '@/lib/call/answers/answers.test-maker';
import type {
  BreakdownGroup,
  BreakdownResponse,
  Measures,
} from '@/lib/call/answers/breakdown-responses';
import type { CostComponent } from '@/lib/call/costs/costs';

type Parts = Partial<Record<CostComponent, number>>;

/** What some calls with a cost come to. */
export function measures(
  calls: number,
  minutes: number,
  parts: Parts,
  more: Partial<Measures> = {},
): Measures {
  const costs = { voip: 0, transcriber: 0, llm: 0, tts: 0, other: 0, ...parts };
  const micros = Object.values(costs).reduce((sum, amount) => sum + Math.round(amount * 1e6), 0);
  return {
    calls,
    calls_without_cost: 0,
    minutes,
    total: micros / 1e6,
    ...costs,
    per_call: calls === 0 ? null : micros / 1e6 / calls,
    per_minute: minutes === 0 ? null : micros / 1e6 / minutes,
    nobody_reached: { calls: 0, calls_without_cost: 0, total: 0 },
    successes: [],
    ...more,
  };
}

type Pair = { key: string | null; label?: string; now: Measures; before: Measures | null };

/** An answer of these groups, whose totals are theirs. */
export function groupsAnswer(pairs: readonly Pair[]): BreakdownResponse {
  const groups = pairs.map(
    ({ key, label, now, before }): BreakdownGroup => ({
      key,
      label: label ?? key ?? 'All others',
      ...now,
      p50: null,
      p95: null,
      previous: before,
    }),
  );
  const before = pairs.flatMap((pair) => pair.before ?? []);
  const range = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T23:59:59.999Z' };
  return {
    totals: summed(pairs.map(({ now }) => now)),
    previous: before.length === pairs.length ? summed(before) : null,
    periods: { current: range, previous: { ...range, kind: 'days', known_from: null } },
    groups,
    series: [],
    overlapping: false,
    meta: indexMeta(0),
  };
}

function summed(all: readonly Measures[]): Measures {
  const sum = (value: (one: Measures) => number) =>
    all.reduce((whole, one) => whole + Math.round(value(one) * 1e6), 0) / 1e6;
  return measures(
    all.reduce((calls, one) => calls + one.calls, 0),
    sum(({ minutes }) => minutes),
    {
      voip: sum(({ voip }) => voip),
      transcriber: sum(({ transcriber }) => transcriber),
      llm: sum(({ llm }) => llm),
      tts: sum(({ tts }) => tts),
      other: sum(({ other }) => other),
    },
    { calls_without_cost: all.reduce((calls, one) => calls + one.calls_without_cost, 0) },
  );
}
