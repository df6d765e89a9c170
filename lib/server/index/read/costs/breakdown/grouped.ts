import * as z from 'zod';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
import type { GroupBy } from '@/lib/call/query/routes/costs-query';
import { termOf } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { valuesOf } from '@/lib/server/index/extraction/conditions';
import { IS_FIRST } from '@/lib/server/index/extraction/kinds';
import { type Names, namesOf } from '@/lib/server/index/read/costs/names';
import { REST, type Slots, slotsOf } from './slots';

/** What calls are grouped by, as codes and the names of these. */
export type Grouped = {
  /** Every group has a slot of its own, or only `shown` have and the others share one. */
  slots(shown: readonly number[] | null): Slots;
  names(reader: Reader, codes: readonly number[]): Promise<Names>;
};

/** `wheres` are the calls of each period, `by` what the largest groups have most of. */
export async function groupedBy(
  reader: Reader,
  grouping: Exclude<GroupBy, 'none'>,
  wheres: readonly Sql[],
  by: 'total' | 'calls' = 'total',
): Promise<Grouped> {
  if (isExtractedName(grouping)) return groupedByKey(reader, grouping, wheres, by);
  const { kind } = slotsOf(grouping, null);
  return {
    slots: (shown) => slotsOf(grouping, shown),
    names: (session, codes) => namesOf(session, kind, codes),
  };
}

const LARGEST = 20;

const codeRow = z.object({ code: z.number() });
const textRow = z.object({ text: z.string() });
const severalRow = z.object({ several: z.number() });

/** Only the largest texts have codes, which hold for this question alone; all others share a slot. */
async function groupedByKey(
  reader: Reader,
  grouping: ExtractedName,
  wheres: readonly Sql[],
  by: 'total' | 'calls',
): Promise<Grouped> {
  const [key] = await reader.query(
    sql`SELECT code FROM dimension WHERE kind = 'extracted' AND value = ${grouping.slice(2)} AND code <> 0`,
    codeRow,
  );
  const code = key?.code ?? -1;
  const largest = async (where: Sql) =>
    reader.query(
      sql`SELECT text FROM call JOIN (${valuesOf(code, raw('place AS x_place, text'), raw('text IS NOT NULL'))}) v ON x_place = place
          WHERE ${where} GROUP BY text
          ORDER BY ${raw(by === 'total' ? 'coalesce(sum(total), 0) DESC, ' : '')}count(*) DESC, text LIMIT ${LARGEST}`,
      textRow,
    );
  const [[counted], ...ranked] = await Promise.all([
    reader.query(
      sql`SELECT count(*) FILTER (WHERE NOT ${raw(IS_FIRST)}) AS several FROM (${valuesOf(code, raw('kind'))}) v`,
      severalRow,
    ),
    ...wheres.map(largest),
  ]);
  const texts = [...new Set(ranked.flat().map(({ text }) => text))];
  const overlapping = (counted?.several ?? 0) > 0;
  return {
    slots: (shown) => slotsOfKey({ code, texts, overlapping, shown }),
    names: async () =>
      new Map(texts.map((text, at) => [at + 1, { value: termOf(text), label: null }])),
  };
}

type Key = {
  code: number;
  /** Their codes are their places, from 1 on; 0 stands for none. */
  texts: readonly string[];
  overlapping: boolean;
  shown: readonly number[] | null;
};

function slotsOfKey({ code, texts, overlapping, shown }: Key): Slots {
  const isShown = (slot: number) => shown === null || shown.length === 0 || shown.includes(slot);
  const cases = texts.flatMap((text, at) =>
    isShown(at + 1) ? [sql`WHEN text = ${text} THEN ${raw(String(at + 1))}`] : [],
  );
  const rest = raw(String(REST));
  const slot = cases.length === 0 ? rest : sql`CASE ${join(cases, ' ')} ELSE ${rest} END`;
  const none = raw(String(isShown(0) ? 0 : REST));
  return {
    // Several values of a call that share a slot count once.
    from: sql`call LEFT JOIN (
      SELECT DISTINCT place AS x_place, ${slot} AS x_slot FROM (${valuesOf(code, raw('place, text'))}) v
    ) member ON x_place = place`,
    slot: sql`coalesce(x_slot, ${none})`,
    kind: 'extracted',
    overlapping,
  };
}
