import type { ExtractedField, FieldType } from '@/lib/call/answers/extraction-responses';
import { isMasked } from '@/lib/call/values/masked-number';
import { fieldLabels } from './field-labels';

/** A key to choose, and how often it is filled on the calls of its use case. */
export type ChoosableField = Pick<ExtractedField, 'key' | 'label' | 'description'> & {
  kind: string;
  share: string;
};

export type FieldSection = { id: string; name: string; fields: ChoosableField[] };

const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'yes or no',
  list: 'list',
  object: 'group',
};

const ELSEWHERE = { id: '', name: 'Other calls' };

/** The keys that a text finds, under the use case on whose calls each is filled most; many calls first. */
export function fieldSections(fields: readonly ExtractedField[], text: string): FieldSection[] {
  const wanted = text.trim().toLowerCase();
  const labels = fieldLabels(fields);
  const sections = new Map<string, FieldSection>();
  for (const field of fields) {
    // Under its mask it is no key that can be asked for.
    if (isMasked(field.key)) continue;
    const [first] = [...field.use_cases].sort((a, b) => b.filled - a.filled);
    const { id, name } = first ? { id: first.id ?? first.name, name: first.name } : ELSEWHERE;
    const label = labels.get(field.key) ?? field.label;
    const found = [field.key, label, name].some((each) => each.toLowerCase().includes(wanted));
    if (!found) continue;
    const { key, type, format, description } = field;
    const section = sections.get(id) ?? { id, name, fields: [] };
    const share = first && first.calls > 0 ? first.filled / first.calls : field.fill_rate;
    section.fields.push({
      key,
      label,
      description,
      kind: format ?? TYPE_WORDS[type],
      share: percent(share),
    });
    sections.set(id, section);
  }
  return [...sections.values()];
}

function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<1%';
  return `${Math.floor(share * 100)}%`;
}
