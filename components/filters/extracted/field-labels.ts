import type { ExtractedField } from '@/lib/call/answers/extraction-responses';

type Field = Pick<ExtractedField, 'key' | 'label'>;

const known = new WeakMap<readonly Field[], ReadonlyMap<string, string>>();

/** What each key is called; where another is called the same the key tells them apart: `City (pickup.city)`. */
export function fieldLabels(fields: readonly Field[]): ReadonlyMap<string, string> {
  const labels = known.get(fields) ?? distinctLabels(fields);
  known.set(fields, labels);
  return labels;
}

function distinctLabels(fields: readonly Field[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { label } of fields) times.set(label, (times.get(label) ?? 0) + 1);
  return new Map(
    fields.map(({ key, label }) => [
      key,
      (times.get(label) ?? 0) > 1 && label !== key ? `${label} (${key})` : label,
    ]),
  );
}
