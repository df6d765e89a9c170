import * as z from 'zod';
import type { CostGroup } from '@/lib/call/answers/index-responses';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
import type { GroupBy } from '@/lib/call/query/routes/costs-query';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Session } from '@/lib/server/index/engine/driver';
import { listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { type Conditions, PLACES } from '@/lib/server/index/read/conditions';
import { groupedBy } from './breakdown/grouped';
import { GROUP_FILTERS, REST, type Slots } from './breakdown/slots';
import { type Names, namesOf } from './names';
import { PERCENTILES, percentilesShape, percentilesTold } from './percentiles';
import { added, NO_SUMS, type RawSums, SUMS, sumsShape, told } from './sums';

type Reader = Pick<Session, 'query'>;

const LARGEST = 20;

/** Groups, and whether a call can be in several. */
type Groups = { groups: CostGroup[]; overlapping: boolean };

const groupRow = z.object({ code: z.number(), ...sumsShape, ...percentilesShape });
type GroupRow = z.infer<typeof groupRow>;
const restRow = z.object(percentilesShape);
/** The most expensive groups, and all others as one; of tags there are no others, as a call can have several. */
export async function readGroups(
  reader: Reader,
  conditions: Conditions,
  grouping: Exclude<GroupBy, 'none'>,
): Promise<Groups> {
  if (isExtractedName(grouping)) return groupsOfKey(reader, conditions.except(), grouping);
  const place = PLACES[GROUP_FILTERS[grouping]];
  const where = conditions.except();
  const from =
    'list' in place
      ? sql`call JOIN set_member m ON m.kind = ${place.list} AND m.set_code = ${raw(place.column)}`
      : raw('call');
  const code = raw('list' in place ? 'm.code' : place.column);
  const rows = await reader.query(
    sql`SELECT ${code} AS code, ${SUMS}, ${PERCENTILES} FROM ${from} WHERE ${where} GROUP BY 1`,
    groupRow,
  );
  if ('list' in place) rows.push(...(await withoutAny(reader, where, place.column)));
  const ranked = rows.sort(byTotal);
  const shown = ranked.slice(0, LARGEST);
  const rest = ranked.slice(LARGEST);
  const kind = 'word' in place ? place.word : place.list;
  const names = await namesOf(reader, kind, codesIn(shown));
  const groups = withDistinctLabels(
    shown.map((row) => ({ value: names.get(row.code)?.value ?? NO_VALUE, ...named(row, names) })),
  ).map(({ value, ...group }) => ({ ...group, key: value }));
  const overlapping = 'list' in place;
  if (rest.length === 0 || overlapping) return { groups, overlapping };
  const other = await others(reader, where, place.column, shown, rest);
  return { groups: [...groups, other], overlapping };
}

/** The same of the values of a key; where a call has several of them there are no others, either. */
async function groupsOfKey(reader: Reader, where: Sql, grouping: ExtractedName): Promise<Groups> {
  const grouped = await groupedBy(reader, grouping, [where]);
  const rowsOf = ({ from, slot }: Slots) =>
    reader.query(
      sql`SELECT ${slot} AS code, ${SUMS}, ${PERCENTILES} FROM ${from} WHERE ${where} GROUP BY 1`,
      groupRow,
    );
  const every = (await rowsOf(grouped.slots(null))).filter(({ code }) => code !== REST);
  const slots = grouped.slots(codesIn(every.sort(byTotal).slice(0, LARGEST)));
  const rows = (await rowsOf(slots)).sort(byTotal);
  const shown = rows.filter(({ code }) => code !== REST);
  const names = await grouped.names(reader, codesIn(shown));
  const groups = shown.map((row) => ({
    key: names.get(row.code)?.value ?? NO_VALUE,
    ...named(row, names),
  }));
  const rest = rows.find(({ code }) => code === REST);
  if (!rest || slots.overlapping) return { groups, overlapping: slots.overlapping };
  const other = { key: null, ...named(rest, names), label: 'All others' };
  return { groups: [...groups, other], overlapping: false };
}

/** Calls without a single tag belong to no member of any combination. */
async function withoutAny(reader: Reader, where: Sql, column: string): Promise<GroupRow[]> {
  const rows = await reader.query(
    sql`SELECT 0 AS code, ${SUMS}, ${PERCENTILES} FROM call WHERE ${where} AND ${raw(column)} = 0`,
    groupRow,
  );
  return rows.filter(({ calls }) => calls > 0);
}

function byTotal(a: GroupRow, b: GroupRow): number {
  return b.total - a.total || b.calls - a.calls || a.code - b.code;
}

function codesIn(rows: readonly GroupRow[]): number[] {
  return rows.map(({ code }) => code);
}

function named({ code, p50, p95, ...sums }: GroupRow, names: Names) {
  const name = names.get(code);
  return {
    label: name?.label ?? name?.value ?? NO_VALUE,
    ...told(sums),
    ...percentilesTold({ p50, p95 }),
  };
}

async function others(
  reader: Reader,
  where: Sql,
  column: string,
  shown: readonly GroupRow[],
  rest: readonly GroupRow[],
): Promise<CostGroup> {
  const codes = listed(codesIn(shown));
  const [row] = await reader.query(
    sql`SELECT ${PERCENTILES} FROM call WHERE ${where} AND ${raw(column)} NOT IN (${codes})`,
    restRow,
  );
  const sums = rest.reduce<RawSums>(added, NO_SUMS);
  return {
    key: null,
    label: 'All others',
    ...told(sums),
    ...percentilesTold(row ?? { p50: null, p95: null }),
  };
}
