import * as z from 'zod';
import type { ExtractedField, ExtractionResponse } from '@/lib/call/answers/extraction-responses';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { sql } from '@/lib/server/index/engine/sql';
import type { Conditions } from '@/lib/server/index/read/conditions';
import { type Declared, declaredOf } from './declared';
import { summaryOf } from './kinds';
import { type ReportRow, reportQuestion, reportRow } from './report-question';
import { fieldTold, numberTold } from './told';

const MOST_KEYS = 500;

const useCaseRow = z.object({
  code: z.number(),
  id: z.nullable(z.string()),
  name: z.nullable(z.string()),
  calls: z.number(),
});
type UseCase = z.infer<typeof useCaseRow>;

/** What the calls that match were found out about, by key. */
export async function readExtraction(
  reader: Reader,
  conditions: Conditions,
  declared: Declared,
): Promise<Omit<ExtractionResponse, 'meta'>> {
  const where = conditions.except();
  const [useCases, rows] = await Promise.all([
    reader.query(
      sql`SELECT g.code, CASE WHEN g.code = 0 THEN NULL ELSE d.value END AS id, d.label AS name, g.calls
          FROM (SELECT use_case AS code, count(*) AS calls FROM call WHERE ${where} GROUP BY 1) g
          LEFT JOIN dimension d ON d.kind = 'use_case' AND d.code = g.code ORDER BY g.calls DESC, g.code`,
      useCaseRow,
    ),
    reader.query(reportQuestion(where), reportRow),
  ]);
  const count = useCases.reduce((sum, { calls }) => sum + calls, 0);
  const byKey = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const own = byKey.get(row.key);
    if (own) own.push(row);
    else byKey.set(row.key, [row]);
  }
  const fields = [...byKey]
    .map(([key, own]) => fieldOf(key, own, { useCases, count, declared }))
    .sort((a, b) => b.calls - a.calls || (a.key < b.key ? -1 : 1));
  return {
    count,
    fields: fields.slice(0, MOST_KEYS),
    more: Math.max(0, fields.length - MOST_KEYS),
  };
}

type Among = { useCases: readonly UseCase[]; count: number; declared: Declared };

function fieldOf(
  key: string,
  rows: readonly ReportRow[],
  { useCases, count, declared }: Among,
): ExtractedField {
  const of = (part: ReportRow['part']) => rows.filter((row) => row.part === part);
  const filledIn = new Map(of('use_case').map(({ kind, n }) => [kind, n]));
  const own = useCases.filter(({ code }) => filledIn.has(code));
  const codes = own.map(({ code }) => code);
  const { counts, numbers } = summaryOf(of('kind'));
  const calls = [...filledIn.values()].reduce((sum, n) => sum + n, 0);
  const [unit] = of('unit');
  return {
    ...fieldTold(key, counts, declaredOf(declared, codes, key), unit?.text ?? null),
    calls,
    fill_rate: calls / count,
    distinct: of('distinct')[0]?.n ?? 0,
    values: of('value')
      .map(({ text, n }) => ({ value: termOf(text ?? ''), count: n }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    min: numberTold(numbers.min),
    max: numberTold(numbers.max),
    median: numberTold(of('median')[0]?.min),
    use_cases: own.map(({ code, id, name, calls }) => ({
      id,
      name: name ?? id ?? NO_VALUE,
      calls,
      filled: filledIn.get(code) ?? 0,
      required: declared.get(code)?.get(key)?.required ?? null,
    })),
  };
}
