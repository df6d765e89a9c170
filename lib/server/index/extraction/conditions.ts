import {
  type ExtractedCondition,
  type ExtractedFilters,
  type ExtractedName,
  extractedConditions,
} from '@/lib/call/query/extracted';
import { floorOf } from '@/lib/call/values/instant-bounds';
import { NO_VALUE, textOfTerm } from '@/lib/call/values/terms';
import { all, join, listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { EXTRACTED_TABLES } from '@/lib/server/index/tables';
import { isOfType } from './kinds';
import { PARTS } from './rows';

/** The code of a key; one that no call has has none. */
export type KeyCode = (key: string) => number;

/** What calls must fulfil, by the key that each condition is about. */
export function extractedConditionsOf(
  query: ExtractedFilters,
  codeOf: KeyCode,
): [ExtractedName, Sql][] {
  return extractedConditions(query).map((condition) => [
    `x.${condition.key}`,
    all(conditionsOn(condition, codeOf(condition.key))),
  ]);
}

function conditionsOn({ any, none, min, max, has }: ExtractedCondition, code: number): Sql[] {
  const bounds = [
    ...(min === undefined ? [] : [boundOf(min, '>=')]),
    ...(max === undefined ? [] : [boundOf(max, '<=')]),
  ];
  return [
    ...(any ? [hasAny(code, any)] : []),
    ...(none ? [sql`NOT ${hasAny(code, none)}`] : []),
    // One value lies within both bounds.
    ...(bounds.length > 0 ? [hasValue(code, all(bounds))] : []),
    ...(has === undefined ? [] : [has ? hasValue(code) : sql`NOT ${hasValue(code)}`]),
  ];
}

/** Whether the call has one of the values; a term can stand for none at all. */
function hasAny(code: number, terms: readonly string[]): Sql {
  const texts = terms.flatMap((term) => textOfTerm(term)?.normalize('NFC') ?? []);
  const conditions = [
    ...(texts.length > 0 ? [hasValue(code, sql`text IN (${listed(texts)})`)] : []),
    ...(terms.includes(NO_VALUE) ? [sql`NOT ${hasValue(code)}`] : []),
  ];
  return conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' OR ')})`;
}

function hasValue(code: number, condition: Sql = raw('true')): Sql {
  return sql`(place IN (${valuesOf(code, raw('place'), condition)}))`;
}

/** The rows of a key, in both tables. */
export function valuesOf(code: number, columns: Sql, condition: Sql = raw('true')): Sql {
  const pieces = EXTRACTED_TABLES.map(
    (table) => sql`SELECT ${columns} FROM ${raw(table)} WHERE key = ${code} AND ${condition}`,
  );
  return join(pieces, ' UNION ALL ');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LAST_OF_DAY = 86_399_999;

/** A number is compared with numbers, a date with dates; a day ends with its last millisecond. */
function boundOf(bound: number | string, comparison: '>=' | '<='): Sql {
  const compared = raw(`number ${comparison}`);
  if (typeof bound === 'number')
    return sql`${raw(isOfType('number'))} AND ${compared} ${Math.round(bound * PARTS)}`;
  const instant = floorOf(bound);
  const end = comparison === '<=' && DAY.test(bound) ? instant + LAST_OF_DAY : instant;
  return sql`${raw(isOfType('date'))} AND ${compared} ${end}`;
}
