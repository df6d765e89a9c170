import * as z from 'zod';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { REST } from '@/lib/server/index/read/costs/breakdown/slots';
import { keyFacts, valuesOfKey } from './field-rows';
import { type GroupSlots, largest } from './group-slots';

const rankRow = z.object({ text: z.string(), calls: z.number() });

/** The slot of calls that have no value of the key. */
const NONE = 0;

/** Calls by what was found out under a key: the most frequent texts, those without one, and all others. */
export async function extractedSlots(
  reader: Reader,
  key: string,
  periods: readonly Sql[],
  most: number,
): Promise<GroupSlots> {
  const { code, listed } = await keyFacts(reader, key);
  const values = valuesOfKey(code, raw('text IS NOT NULL'));
  const ranked = await Promise.all(
    periods.map((where) =>
      reader.query(
        sql`SELECT v.found_text AS text, count(*) AS calls FROM call JOIN (${values}) v ON v.found_at = call.place
            WHERE ${where} GROUP BY 1 ORDER BY calls DESC, text LIMIT ${most}`,
        rankRow,
      ),
    ),
  );
  const texts = largest(
    ranked.flat().map(({ text, calls }) => ({ name: text, calls })),
    most,
  );
  const slots = texts.map((text, at) => sql`(${text}, ${raw(String(at + 1))})`);
  const slotted =
    slots.length === 0
      ? sql`SELECT found_at, ${raw(String(REST))} AS slot FROM (${values})`
      : sql`SELECT v.found_at, coalesce(n.slot, ${raw(String(REST))}) AS slot FROM (${values}) v
            LEFT JOIN (VALUES ${join(slots, ', ')}) n (text, slot) ON n.text = v.found_text`;
  // One of several texts that share a slot counts once.
  const members = listed ? sql`SELECT DISTINCT found_at, slot FROM (${slotted})` : slotted;
  const named = texts.map((text, at) => ({ slot: at + 1, key: termOf(text), label: termOf(text) }));
  return {
    from: sql`call LEFT JOIN (${members}) member ON member.found_at = call.place`,
    slot: raw(`coalesce(member.slot, ${NONE})`),
    overlapping: listed,
    shown: [...named, { slot: NONE, key: NO_VALUE, label: NO_VALUE }],
  };
}
