import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { valuesOf } from './conditions';
import { isOfType } from './kinds';

/** What calls are sorted by a key by: their number, else their date, else their text. */
export const SORTED_COLUMNS = ['x_number', 'x_date', 'x_text'] as const;

/** Calls with the value of a key; of several, with the one that comes first. */
export function withSortedValue(code: number, isRising: boolean): Sql {
  const first = isRising ? 'min' : 'max';
  const isNumber = isOfType('number');
  const isDate = isOfType('date');
  const values = valuesOf(code, raw('place, kind, text, number'));
  return sql`(SELECT k.*, x_number, x_date, x_text FROM call k LEFT JOIN (
      SELECT place AS x_place, ${raw(first)}(number) FILTER (WHERE ${raw(isNumber)}) AS x_number,
             ${raw(first)}(number) FILTER (WHERE ${raw(isDate)}) AS x_date,
             ${raw(first)}(text) FILTER (WHERE NOT (${raw(isNumber)} OR ${raw(isDate)})) AS x_text
      FROM (${values}) v GROUP BY place
    ) v ON x_place = k.place) sorted`;
}
