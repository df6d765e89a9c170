import * as z from 'zod';
import type { AgreementResponse } from '@/lib/call/answers/review-responses';
import { createAgreement } from '@/lib/call/review/agreement';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { readKept } from './calls';
import type { Conditions } from './conditions';

type Reader = Pick<Session, 'query'>;

/** So many calls are compared at most, the newest, */
const MOST_COMPARED = 20_000;
/** so many of them read at once, */
const PIECE = 1000;
/** and so many pairs of people told. */
const MOST_PAIRS = 100;

const countRow = z.object({ count: z.number() });
const placeRow = z.object({ place: z.number() });

/** The index finds the calls that several people have rated; who gave what is in the calls themselves. */
export async function readAgreement(
  reader: Reader,
  conditions: Conditions,
): Promise<Omit<AgreementResponse, 'meta'>> {
  const several = raw(
    `rater_set IN (SELECT set_code FROM set_member WHERE kind = 'rater' GROUP BY set_code HAVING count(*) > 1)`,
  );
  const where = sql`${conditions.except()} AND ${several}`;
  const [[counted], places] = await Promise.all([
    reader.query(sql`SELECT count(*) AS count FROM call WHERE ${where}`, countRow),
    reader.query(
      sql`SELECT place FROM call WHERE ${where} ORDER BY created DESC, id DESC LIMIT ${MOST_COMPARED}`,
      placeRow,
    ),
  ]);
  const agreement = createAgreement();
  for (let start = 0; start < places.length; start += PIECE) {
    const calls = await readKept(reader, places.slice(start, start + PIECE));
    await forEachYielding(calls, ({ ratings }) => agreement.add(ratings));
  }
  const pairs = agreement.pairs();
  return {
    calls: counted?.count ?? 0,
    compared: places.length,
    pair_count: pairs.length,
    pairs: pairs.slice(0, MOST_PAIRS),
  };
}
