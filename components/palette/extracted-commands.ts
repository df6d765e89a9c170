import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import { type ExtractedBound, extractedBound } from '@/lib/call/query/extracted';
import type { ExtractedAddress } from '@/lib/url/address';
import { matching } from './match';

/** A filter on an extracted number or date that was typed: `rate > 2000`. */
export type TypedBound = { field: ExtractedField; side: 'min' | 'max'; bound: ExtractedBound };

const COMPARISON = /^(.+?)\s*(>=?|<=?|≥|≤)\s*([^\s<>=][^<>=]*)$/u;

/** The keys that a comparison may be about, and what it asks of each; none where none was typed. */
export function typedBounds(typed: string, fields: readonly ExtractedField[]): TypedBound[] {
  const [, name = '', sign = '', written = ''] = COMPARISON.exec(typed.trim()) ?? [];
  const outcome = extractedBound.decode(written.trim());
  if (name === '' || !('value' in outcome)) return [];
  const bound = outcome.value;
  const side = sign.startsWith('>') || sign === '≥' ? 'min' : 'max';
  const comparable = fields.filter(({ type, format }) =>
    typeof bound === 'number' ? type === 'number' : format === 'date',
  );
  return matching(comparable, name, ({ key, label }) => `${label} ${key}`).map((field) => ({
    field,
    side,
    bound,
  }));
}

/** The change of the address that asks for it. The other bound stays; calls without a value have none within it. */
export function boundChange({ field, side, bound }: TypedBound): ExtractedAddress {
  return { [`${side}_x.${field.key}`]: bound, [`has_x.${field.key}`]: null };
}
