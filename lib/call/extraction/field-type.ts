import type { FieldType } from '@/lib/call/answers/extraction-responses';
import type { ValueType } from './read-value';

/** How many values of a key are of each type; `listed`: lie in lists, `digits`: are numbers or codes. */
export type TypeCounts = Record<ValueType | 'listed' | 'digits', number>;

/**
 * What most values of a key are. Dates are texts of a format. Texts of nothing but digits are numbers unless the use
 * case says that they are text.
 */
export function fieldTypeOf(
  counts: TypeCounts,
  declared: string | null,
): { type: FieldType; format: 'date' | null } {
  const { listed, digits, text, number, boolean, date, object } = counts;
  const codes = declared !== null && /str|text/i.test(declared) ? digits : 0;
  const ranked: [ValueType, number][] = [
    ['number', number - codes],
    ['boolean', boolean],
    ['date', date],
    ['object', object],
    ['text', text + codes],
  ];
  const [most] = ranked.reduce((a, b) => (b[1] > a[1] ? b : a));
  const isList = listed * 2 > text + number + boolean + date + object;
  const format = most === 'date' ? 'date' : null;
  if (isList) return { type: 'list', format };
  return { type: most === 'date' ? 'text' : most, format };
}
