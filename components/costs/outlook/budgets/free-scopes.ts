/** What a budget can be about: all calls (null), or the use case with an id. */
type FreeScope = { use_case: string | null; name: string | null };

export function takenScopes(
  budgets: readonly { use_case: string | null }[],
): ReadonlySet<string | null> {
  return new Set(budgets.map(({ use_case }) => use_case));
}

/** What has no budget yet, all calls first. */
export function freeScopes(
  useCases: readonly { value: string; label: string | null }[],
  taken: ReadonlySet<string | null>,
): FreeScope[] {
  const own = useCases.map(({ value, label }) => ({ use_case: value, name: label }));
  return [{ use_case: null, name: null }, ...own].filter(({ use_case }) => !taken.has(use_case));
}
