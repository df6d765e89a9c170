import * as z from 'zod';
import {
  type AskedMeasure,
  type CallMeasures,
  MEASURE_KEYS,
  MEASURE_STEPS,
  type MeasureKey,
  type MeasureValues,
} from '@/lib/call/conversation/keys';
import { MEASURES_VERSION } from '@/lib/call/conversation/measures';
import type { Reader, Session } from './engine/driver';
import { amongIds, join, raw, type Sql, sql } from './engine/sql';

/** Something for each measure that can be asked about. */
export function ofAskedMeasures<T>(each: (key: AskedMeasure) => T): Record<AskedMeasure, T> {
  return {
    talk_share: each('talk_share'),
    silence: each('silence'),
    interruptions: each('interruptions'),
    response_time: each('response_time'),
    tool_errors: each('tool_errors'),
  };
}

/** The columns of the measures, as SQL and as a row. */
export const MEASURE_COLUMNS = raw([...MEASURE_KEYS, 'first_words'].join(', '));
const stored = z.nullable(z.number());
export const measuresRow = z.object({
  talk_share: stored,
  silence: stored,
  interruptions: stored,
  response_time: stored,
  response_time_p95: stored,
  tool_calls: stored,
  tool_errors: stored,
  turns: stored,
  first_words: z.nullable(z.string()),
} satisfies Record<MeasureKey, typeof stored> & Record<'first_words', unknown>);
export type StoredMeasures = z.infer<typeof measuresRow>;

/** The measures of a row that has more; null of what is no row. */
export function storedIn(row: StoredMeasures | undefined): StoredMeasures {
  return { ...measuresOfEach((key) => row?.[key] ?? null), first_words: row?.first_words ?? null };
}

function measuresOfEach(value: (key: MeasureKey) => number | null): MeasureValues {
  const entries = MEASURE_KEYS.map((key) => [key, value(key)] as const);
  // Every key is there.
  return Object.fromEntries(entries) as MeasureValues;
}

/** Measures as the index keeps them: whole steps. */
function toStored(values: MeasureValues): MeasureValues {
  return measuresOfEach((key) => {
    const value = values[key];
    return value === null ? null : Math.round(value * MEASURE_STEPS[key]);
  });
}

/** Measures as answers tell them; undefined where none of them is known. */
function fromStored(row: StoredMeasures): CallMeasures | undefined {
  if (MEASURE_KEYS.every((key) => row[key] === null)) return undefined;
  const values = measuresOfEach((key) => {
    const value = row[key];
    return value === null ? null : value / MEASURE_STEPS[key];
  });
  return { ...values, first_words: row.first_words };
}

/** The measures of a call as text, empty where its transcript was not read: {@link unpackMeasures} reads it. */
export const PACKED_MEASURES = raw(
  `CASE WHEN turns IS NULL THEN '' ELSE concat(${MEASURE_KEYS.map((key) => `coalesce(CAST(${key} AS VARCHAR), '-')`).join(", ' ', ")}, ' ', coalesce(to_base64(encode(first_words)), '-')) END`,
);

/** What {@link PACKED_MEASURES} of a call says. */
export function unpackMeasures(packed: string): CallMeasures | undefined {
  if (packed === '') return undefined;
  const numbers = packed.split(' ');
  const values = measuresOfEach((key) => {
    const number = numbers[MEASURE_KEYS.indexOf(key)];
    return number === undefined || number === '-' ? null : Number(number);
  });
  const words = numbers[MEASURE_KEYS.length] ?? '-';
  const first_words = words === '-' ? null : Buffer.from(words, 'base64').toString();
  return fromStored({ ...values, first_words });
}

/** Writes measures beside the calls at places, inside a transaction, over those that were there. */
export async function writeMeasures(
  session: Pick<Session, 'run'>,
  measured: ReadonlyMap<number, CallMeasures>,
): Promise<void> {
  if (measured.size === 0) return;
  const set = [...MEASURE_KEYS, 'first_words'].map((key) => raw(`${key} = m.${key}`));
  await session.run(
    sql`UPDATE call SET ${join(set, ', ')}, measured_by = ${MEASURES_VERSION}
        FROM (VALUES ${join([...measured].map(valuesOf), ', ')}) m (place, ${MEASURE_COLUMNS})
        WHERE call.place = m.place`,
  );
}

function valuesOf([place, values]: readonly [number, CallMeasures]): Sql {
  const row = toStored(values);
  const numbers = MEASURE_KEYS.map((key) => `CAST(${row[key] ?? 'NULL'} AS INTEGER)`);
  return sql`(${raw([place, ...numbers].join(', '))}, CAST(${values.first_words} AS VARCHAR))`;
}

/** Forgets how all conversations went. */
export async function forgetMeasures(session: Pick<Session, 'run'>): Promise<void> {
  const nothing = [...MEASURE_KEYS, 'measured_by', 'first_words'].map(
    (column) => `${column} = NULL`,
  );
  await session.run(raw(`UPDATE call SET ${nothing.join(', ')}`));
}

const rowWithId = measuresRow.extend({ id: z.string() });

/** The measures of calls, by id; a call of which nothing is known is left out. */
export async function readMeasures(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, CallMeasures>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query(
    sql`SELECT id, ${MEASURE_COLUMNS} FROM call WHERE id ${amongIds(ids)} AND turns IS NOT NULL`,
    rowWithId,
  );
  return new Map(
    rows.flatMap(({ id, ...row }) => {
      const values = fromStored(row);
      return values ? [[id, values] as const] : [];
    }),
  );
}
