import * as z from 'zod';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { namesOf } from '@/lib/server/index/read/costs/names';
import { keyFacts, valuesOfKey } from '@/lib/server/index/read/outcomes/field-rows';
import { grouped } from '@/lib/server/index/read/outcomes/grouped';
import type { OutcomeFieldsAnswer } from '@/lib/server/index/store';

const MOST_VALUES = 10;

const valueRow = z.object({
  use_case: z.number(),
  text: z.string(),
  count: z.number(),
  distinct: z.number(),
});
const partRow = z.object({
  use_case: z.number(),
  code: z.number(),
  calls: z.number(),
  filled: z.number(),
});

type Detail = NonNullable<OutcomeFieldsAnswer['detail']>[number];

/** More of one key, in each use case: its most frequent values, and how it is filled by model and language. */
export async function readFieldDetail(reader: Reader, key: string, where: Sql): Promise<Detail[]> {
  const { code } = await keyFacts(reader, key);
  const texts = valuesOfKey(code, raw('text IS NOT NULL'));
  const [values, models, languages] = await Promise.all([
    reader.query(
      sql`SELECT use_case, text, count, "distinct" FROM (
            SELECT *, row_number() OVER (PARTITION BY use_case ORDER BY count DESC, text) AS nth,
                   count(*) OVER (PARTITION BY use_case) AS "distinct"
            FROM (
              SELECT use_case, v.found_text AS text, count(*) AS count
              FROM call JOIN (${texts}) v ON v.found_at = call.place WHERE ${where} GROUP BY 1, 2
            ) counted
          ) ranked WHERE nth <= ${MOST_VALUES}`,
      valueRow,
    ),
    readParts(reader, 'model', code, where),
    readParts(reader, 'language', code, where),
  ]);
  const useCases = [...new Set(models.map(({ use_case }) => use_case))];
  const [names, modelNames, languageNames] = await Promise.all([
    namesOf(reader, 'use_case', useCases),
    namesOf(reader, 'model', codesIn(models)),
    namesOf(reader, 'language', codesIn(languages)),
  ]);
  const valuesIn = grouped(values, ({ use_case }) => use_case);
  return useCases.map((useCase) => {
    const own = [...(valuesIn.get(useCase) ?? [])].sort((a, b) => b.count - a.count);
    const value = names.get(useCase)?.value ?? NO_VALUE;
    return {
      use_case: { id: value, name: names.get(useCase)?.label ?? value },
      distinct: own[0]?.distinct ?? 0,
      values: own.map(({ text, count }) => ({ value: termOf(text), count })),
      models: partsTold(models, useCase, modelNames),
      languages: partsTold(languages, useCase, languageNames),
    };
  });
}

type Part = z.infer<typeof partRow>;

function readParts(reader: Reader, column: 'model' | 'language', code: number, where: Sql) {
  return reader.query(
    sql`SELECT use_case, ${raw(column)} AS code, count(*) AS calls, count(v.found_at) AS filled
        FROM call LEFT JOIN (SELECT DISTINCT found_at FROM (${valuesOfKey(code, raw('true'))})) v
        ON v.found_at = call.place WHERE ${where} GROUP BY 1, 2 ORDER BY calls DESC, code`,
    partRow,
  );
}

function partsTold(
  parts: readonly Part[],
  useCase: number,
  names: Awaited<ReturnType<typeof namesOf>>,
): Detail['models'] {
  return parts
    .filter(({ use_case }) => use_case === useCase)
    .map(({ code, calls, filled }) => {
      const key = names.get(code)?.value ?? NO_VALUE;
      return { key, label: names.get(code)?.label ?? key, calls, filled };
    });
}

function codesIn(parts: readonly Part[]): number[] {
  return [...new Set(parts.map(({ code }) => code))];
}
