/** How the fields of an object are shown; an object of rules is for an object, or for each object of a list. */
export type Rules = { readonly [field: string]: ((value: unknown) => unknown) | Rules };

/** A copy of an object by rules; fields without one are free, and the free ones of an object are weighed as one. */
export function ruled(
  value: object,
  rules: Rules,
  free: (value: unknown) => unknown,
): Record<string, unknown> {
  const entries = Object.entries(value);
  const isKnown = (key: string) => Object.hasOwn(rules, key);
  const rest = free(Object.fromEntries(entries.filter(([key]) => !isKnown(key))));
  const known = entries.filter(([key]) => isKnown(key));
  return {
    ...(typeof rest === 'object' && rest),
    ...Object.fromEntries(known.map(([key, each]) => [key, byRule(each, rules[key], free)])),
  };
}

function byRule(
  value: unknown,
  rule: Rules[string] | undefined,
  free: (value: unknown) => unknown,
): unknown {
  if (typeof rule === 'function') return rule(value);
  if (typeof value !== 'object' || value === null || rule === undefined) return free(value);
  if (!Array.isArray(value)) return ruled(value, rule, free);
  return value.map((each) => byRule(each, rule, free));
}
