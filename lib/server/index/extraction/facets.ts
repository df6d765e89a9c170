import * as z from 'zod';
import type { ExtractionFacet } from '@/lib/call/answers/extraction-responses';
import { type ExtractedFilters, extractedConditions } from '@/lib/call/query/extracted';
import { NO_VALUE, shownTerm, termOf, textOfTerm } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { Conditions } from '@/lib/server/index/read/conditions';
import { valuesOf } from './conditions';
import { type Declared, declaredOf } from './declared';
import { IS_FIRST, PLAIN_KIND, summaryOf } from './kinds';
import type { RememberedKeys } from './remembered';
import { type KeyScale, keyBars, keyBarsOf } from './scale';
import { fieldTold, numberTold } from './told';

const MOST_VALUES = 200;

const numberOrNull = z.nullable(z.number());
const row = z.object({
  part: z.enum(['kind', 'value', 'distinct', 'unit', 'all']),
  kind: z.number(),
  text: z.nullable(z.string()),
  n: z.number(),
  calls: z.number(),
  min: numberOrNull,
  max: numberOrNull,
});
const barRow = z.object({ bar: z.number(), n: z.number() });

const codeRow = z.object({ code: z.number(), value: z.string() });

/** Keys as facets, each counted with all conditions but its own. */
export async function readExtractionFacets(
  reader: Reader,
  conditions: Conditions,
  query: ExtractedFilters,
  fields: readonly string[],
  known: RememberedKeys,
): Promise<{ fields: ExtractionFacet[] }> {
  if (fields.length === 0) return { fields: [] };
  const rows = await reader.query(
    sql`SELECT code, value FROM dimension WHERE kind = 'extracted' AND code <> 0 AND value IN (${listed(fields)})`,
    codeRow,
  );
  const codes = new Map(rows.map(({ code, value }) => [value, code]));
  const declared = await known.declared(reader);
  const told = fields.map(async (key) => {
    const code = codes.get(key) ?? NO_SUCH_KEY;
    const scale = await known.scale(reader, code);
    return facetOf(reader, conditions, query, { key, code, scale, declared });
  });
  return { fields: await Promise.all(told) };
}

const NO_SUCH_KEY = -1;

type Facet = { key: string; code: number; scale: KeyScale | null; declared: Declared };

async function facetOf(
  reader: Reader,
  conditions: Conditions,
  query: ExtractedFilters,
  { key, code, scale, declared }: Facet,
): Promise<ExtractionFacet> {
  const where = conditions.except(`x.${key}`);
  const matching = sql`place IN (SELECT place FROM call WHERE ${where})`;
  const rowsOfKey = sql`SELECT * FROM (${valuesOf(code, raw('place, kind, text, number, unit'))}) e WHERE ${matching}`;
  const asked = extractedConditions(query).find((each) => each.key === key);
  const chosen = [...(asked?.any ?? []), ...(asked?.none ?? [])];
  const texts = chosen.flatMap((term) => textOfTerm(term)?.normalize('NFC') ?? []);
  const [rows, bars] = await Promise.all([
    reader.query(facetQuestion(rowsOfKey, where, texts), row),
    scale ? reader.query(keyBars(scale, rowsOfKey), barRow) : [],
  ]);
  const of = (part: z.infer<typeof row>['part']) => rows.filter((each) => each.part === part);
  const kinds = of('kind');
  const { counts, numbers, dates } = summaryOf(kinds);
  const calls = kinds.reduce((sum, each) => sum + each.calls, 0);
  const field = fieldTold(
    key,
    counts,
    declaredOf(declared, [...declared.keys()], key),
    of('unit')[0]?.text ?? null,
  );
  const without = (of('all')[0]?.n ?? 0) - calls;
  const isDate = field.format === 'date';
  // The scale is made of all calls: where most of those that match are of another kind, its bars would not be of them.
  const shown = (scale?.type === 'date') === isDate ? scale : null;
  return {
    ...field,
    calls,
    without,
    distinct: of('distinct')[0]?.n ?? 0,
    values: valuesTold(of('value'), chosen, without),
    range: isDate ? dates : { min: numberTold(numbers.min), max: numberTold(numbers.max) },
    histogram: shown ? keyBarsOf(bars, shown) : [],
  };
}

/** One statement: the values are counted first, and what is told of the key is made of that. */
function facetQuestion(rowsOfKey: Sql, where: Sql, chosen: readonly string[]): Sql {
  const isChosen = chosen.length === 0 ? raw('false') : sql`text IN (${listed(chosen)})`;
  return sql`WITH grouped AS MATERIALIZED (
      SELECT text, ${raw(PLAIN_KIND)} AS kind, min(number) AS number, min(unit) AS unit, count(*) AS n, count(*) FILTER (WHERE ${raw(IS_FIRST)}) AS calls
      FROM (${rowsOfKey}) e GROUP BY 1, 2
    ), texts AS MATERIALIZED (
      SELECT text, CAST(sum(n) AS BIGINT) AS n FROM grouped WHERE text IS NOT NULL GROUP BY 1
    )
    SELECT 'kind' AS part, kind, CAST(NULL AS VARCHAR) AS text, CAST(sum(n) AS BIGINT) AS n, CAST(sum(calls) AS BIGINT) AS calls,
           min(number) AS min, max(number) AS max FROM grouped GROUP BY kind
    UNION ALL SELECT 'distinct', 0, NULL, count(*), 0, NULL, NULL FROM texts
    UNION ALL SELECT 'all', 0, NULL, count(*), 0, NULL, NULL FROM call WHERE ${where}
    UNION ALL (SELECT 'unit', 0, unit, CAST(sum(n) AS BIGINT) AS n, 0, NULL, NULL FROM grouped WHERE unit IS NOT NULL
               GROUP BY unit ORDER BY n DESC, unit LIMIT 1)
    UNION ALL (SELECT 'value', 0, text, n, 0, NULL, NULL FROM texts ORDER BY n DESC, text LIMIT ${MOST_VALUES})
    UNION ALL SELECT 'value', 1, text, n, 0, NULL, NULL FROM texts WHERE ${isChosen}`;
}

/** Most frequent first, and at the end the calls without any; what is chosen stays even where no call is left. */
function valuesTold(
  rows: readonly { text: string | null; n: number }[],
  chosen: readonly string[],
  without: number,
): ExtractionFacet['values'] {
  const counts = new Map<string, number>();
  for (const { text, n } of rows) if (text !== null) counts.set(termOf(text), n);
  for (const term of chosen) if (!counts.has(term)) counts.set(term, 0);
  counts.delete(NO_VALUE);
  const values = [...counts].map(([value, count]) => ({ value, label: shownTerm(value), count }));
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const none = { value: NO_VALUE, label: NO_VALUE, count: without };
  return without > 0 || chosen.includes(NO_VALUE) ? [...values, none] : values;
}
