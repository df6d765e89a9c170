import { ending } from './shorten';

/** Two values may share a name; then the end of the value tells them apart. */
export function withDistinctLabels<T extends { value: string | null; label: string }>(
  values: readonly T[],
): T[] {
  const times = new Map<string, number>();
  for (const { label } of values) times.set(label, (times.get(label) ?? 0) + 1);
  return values.map((each) =>
    each.value !== null && each.value !== each.label && (times.get(each.label) ?? 0) > 1
      ? { ...each, label: `${each.label} (…${ending(each.value, 4)})` }
      : each,
  );
}
