import type { FacetValue } from '@/lib/call/answers/index-responses';
import type { CallsQuery } from '@/lib/call/query/filters';
import { NO_VALUE } from '@/lib/call/values/terms';

/** An outcome and how many of the calls on the page came to it. */
export type CountedOutcome = { outcome: string; calls: number };

/**
 * Every outcome that there is, those of `first` at the top, then the most frequent. A facet is counted without the
 * page's own filter of outcomes: what that leaves out counts nothing here, as in every figure.
 */
export function outcomesThere(
  facet: readonly FacetValue[],
  { classifications, not_classifications }: CallsQuery,
  chosen: readonly string[],
  first: readonly string[],
): CountedOutcome[] {
  const isLeft = (outcome: string) =>
    (classifications?.includes(outcome) ?? true) && !not_classifications?.includes(outcome);
  const counts = new Map(
    facet.flatMap(({ value, count }) => (value === NO_VALUE ? [] : [[value, count] as const])),
  );
  const all = [...new Set([...first, ...counts.keys(), ...chosen])];
  return all.map((outcome) => ({
    outcome,
    calls: isLeft(outcome) ? (counts.get(outcome) ?? 0) : 0,
  }));
}

/** The outcomes that hold a text, in whatever case. */
export function outcomesFound(
  outcomes: readonly CountedOutcome[],
  sought: string,
): CountedOutcome[] {
  const text = sought.trim().toLowerCase();
  return outcomes.filter(({ outcome }) => outcome.toLowerCase().includes(text));
}
