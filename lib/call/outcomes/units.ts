/** How many numbers are measured in a unit; null: they do not say in which. */
export type CountedUnit = { unit: string | null; count: number };

/**
 * The unit that numbers are added up in, which most of those that name one have, and the others, which stay out: amounts
 * of two currencies make no sum. Numbers that name none are taken to be in it.
 */
export function unitsOf(counted: readonly CountedUnit[]): {
  unit: string | null;
  others: { unit: string; count: number }[];
} {
  const named = counted
    .flatMap(({ unit, count }) => (unit === null ? [] : [{ unit, count }]))
    .sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1));
  const [most, ...others] = named;
  return { unit: most?.unit ?? null, others };
}
