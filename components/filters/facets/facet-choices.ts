import type { FacetValue } from '@/lib/call/answers/index-responses';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { FacetState } from './facet-state';

/** A value to choose; `count` is null where it is not known. */
export type Choice = { value: string; label: string; count: number | null };

type Sources = FacetState & {
  /** The values the index counted, most frequent first; undefined as long as it has counted nothing. */
  counted: readonly FacetValue[] | undefined;
  /** Values that are known beforehand. */
  fixed: readonly string[];
  /** Every call was counted, so that a value without a count has none. */
  complete: boolean;
  /** Values that were seen in calls, to choose from while nothing is counted. */
  seen: readonly { value: string; label: string }[];
  /** The words for a value, where its source has none of its own. */
  label: (value: string) => string;
};

/** All values of a facet: those counted, those known or seen, and those in force wherever they come from. */
export function facetChoices(sources: Sources): Choice[] {
  const { counted, complete, fixed, seen, chosen, excluded, label } = sources;
  const choices = new Map<string, Choice>();
  const add = (value: string, name: string | undefined, count: number | null) => {
    if (!choices.has(value))
      choices.set(value, { value, label: named(value, name) ? (name ?? '') : label(value), count });
  };
  for (const { value, label: name, count } of counted ?? []) add(value, name, count);
  for (const value of fixed) add(value, undefined, counted && complete ? 0 : null);
  if (!counted) for (const { value, label: name } of seen) add(value, name, null);
  const nameOf = (value: string) => seen.find((known) => known.value === value)?.label;
  for (const value of [...chosen, ...excluded]) add(value, nameOf(value), null);
  return withDistinctLabels([...choices.values()]);
}

/** Whether a source has a name for a value that says more than the value. */
function named(value: string, name: string | undefined): boolean {
  return name !== undefined && name !== '' && name !== value;
}

/** The new order under a resting hand: what was there stays where it was, what is new comes last. */
export function keptOrder(before: readonly string[], now: readonly string[]): string[] {
  const kept = before.filter((value) => now.includes(value));
  const known = new Set(kept);
  return [...kept, ...now.filter((value) => !known.has(value))];
}

/** Choices in an order of their values, and calls without any value last. */
export function arranged(choices: readonly Choice[], order: readonly string[]): Choice[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  const values = keptOrder(order, [...byValue.keys()]);
  const isNone = (value: string) => value === NO_VALUE;
  return [...values.filter((value) => !isNone(value)), ...values.filter(isNone)].flatMap(
    (value) => byValue.get(value) ?? [],
  );
}

/** The first ones, those in force wherever they stand, and calls without any value. */
export function shownChoices(
  choices: readonly Choice[],
  { chosen, excluded }: FacetState,
  most: number,
): Choice[] {
  return choices.filter(
    ({ value }, index) =>
      index < most || value === NO_VALUE || chosen.includes(value) || excluded.includes(value),
  );
}

/** Those that have the text in their name, or that it is the id of. */
export function matching(choices: readonly Choice[], text: string): Choice[] {
  const wanted = text.toLowerCase();
  return choices.filter(
    ({ label, value }) => label.toLowerCase().includes(wanted) || value === text,
  );
}

/** What Enter adds: the value whose name was typed in full, else the only one left, else the text itself. */
export function typedValue(text: string, choices: readonly Choice[]): string | null {
  if (text === '') return null;
  const left = matching(choices, text);
  const exact = left.find(({ label, value }) => label === text || value === text);
  const only = left.length === 1 ? left[0] : undefined;
  return exact?.value ?? only?.value ?? text;
}
