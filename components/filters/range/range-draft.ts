import { filterCodecs } from '@/lib/call/query/filters';

export type RangeKey = 'duration' | 'cost';
/** The bounds in force; null is open. */
export type Bounds = { min: number | null; max: number | null };

/** What typed bounds mean, or which of them is wrong and how. */
export type ReadBounds = { bounds: Bounds } | { wrong: 'min' | 'max'; problem: string };

/** Reads what was typed into the two fields of a range; an empty field is an open end. */
export function readBounds(typed: { min: string; max: string }): ReadBounds {
  const min = readBound(typed.min);
  if (min === undefined) return { wrong: 'min', problem: NOT_A_NUMBER };
  const max = readBound(typed.max);
  if (max === undefined) return { wrong: 'max', problem: NOT_A_NUMBER };
  if (min !== null && max !== null && min > max)
    return { wrong: 'max', problem: 'The maximum is below the minimum.' };
  return { bounds: { min, max } };
}

const NOT_A_NUMBER = 'Enter a number of at least 0, such as 90 or 0.25.';

/**
 * Commas stand between thousands, as everywhere on the page; where one cannot, it is the decimal point that it is to
 * many. Undefined is no number.
 */
function readBound(text: string): number | null | undefined {
  const written = text.trim();
  const thousands = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(written);
  const digits = thousands ? written.replaceAll(',', '') : written.replace(',', '.');
  if (digits === '') return null;
  const decoded = filterCodecs.min_cost.decode(digits);
  return 'value' in decoded ? decoded.value : undefined;
}

/** A bound as it stands in its field. */
export function boundText(bound: number | null): string {
  return bound === null ? '' : filterCodecs.min_cost.encode(bound);
}
