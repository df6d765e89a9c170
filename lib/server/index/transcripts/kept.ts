import * as z from 'zod';
import { CallscopeError } from '@/lib/server/errors';
import type { Driver, Reader } from '@/lib/server/index/engine/driver';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { forgetMeasures } from '@/lib/server/index/measures';
import { TRANSCRIPT_TABLES } from '@/lib/server/index/tables';

const KEY = 'transcripts';
const stateRow = z.object({ value: z.string() });

/** Notes whether what was said is kept from now on; what was kept before is forgotten where it is not. */
export async function noteTranscripts(driver: Driver, areKept: boolean): Promise<void> {
  if ((await isKept(driver)) === areKept) return;
  await driver.write(async (session) => {
    await session.run(sql`DELETE FROM state WHERE key = ${KEY}`);
    if (areKept) return;
    await session.run(sql`INSERT INTO state (key, value) VALUES (${KEY}, ${'off'})`);
    for (const table of TRANSCRIPT_TABLES) await session.run(raw(`DELETE FROM ${table}`));
    await forgetMeasures(session);
  });
}

/** @throws {CallscopeError} `transcripts_off` where what was said is not kept, so that it cannot be searched */
export async function refuseUnlessKept(reader: Reader): Promise<void> {
  if (await isKept(reader)) return;
  throw new CallscopeError(
    'transcripts_off',
    'What is said on calls is not kept here, so it can be neither searched nor measured: SYNC_TRANSCRIPTS is off.',
  );
}

async function isKept(reader: Reader): Promise<boolean> {
  const rows = await reader.query(sql`SELECT value FROM state WHERE key = ${KEY}`, stateRow);
  return rows[0]?.value !== 'off';
}
