import type { PoolClient } from 'pg';
import * as z from 'zod';
import { RecordError } from '@/lib/server/sync/shared/record';
import { MIGRATIONS, type Migration } from './migrations';

/** Callscope's own number among advisory locks. */
const LOCK = 7_253_118_406;

const presentRow = z.object({ present: z.boolean() });
const versionRow = z.object({ version: z.number().nullable(), needs: z.number().nullable() });

/**
 * Brings the tables to this version, one instance at a time: the others wait. Tables of a newer Callscope are used as
 * they are as long as they say that this one can.
 * @throws {RecordError} `refused` when they are too new
 */
export async function migrate(
  client: Pick<PoolClient, 'query'>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const ours = migrations.at(-1)?.version ?? 0;
  const before = await standing(client);
  if (before.needs > ours) throw tooNew();
  if (before.version >= ours) return;
  await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    const { version, needs } = await standing(client);
    if (needs > ours) throw tooNew();
    if (version === 0) await createSchema(client);
    for (const step of migrations) if (step.version > version) await take(client, step);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  }
}

function tooNew(): RecordError {
  return new RecordError(
    'refused',
    'The record in DATABASE_URL was made by a newer Callscope that this version cannot share it with.',
  );
}

async function createSchema(client: Pick<PoolClient, 'query'>): Promise<void> {
  // Who has a schema made for Callscope needs no right to make one.
  const { rows } = await client.query(
    "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'callscope') AS present",
  );
  if (!presentRow.parse(rows[0]).present) await client.query('CREATE SCHEMA callscope');
  await client.query(
    `CREATE TABLE IF NOT EXISTS callscope.migration (
       version integer PRIMARY KEY, needs integer NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
  );
}

async function take(client: Pick<PoolClient, 'query'>, step: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    for (const statement of step.statements) await client.query(statement);
    await client.query('INSERT INTO callscope.migration (version, needs) VALUES ($1, $2)', [
      step.version,
      step.needs,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Zeros where there is nothing yet. */
async function standing(
  client: Pick<PoolClient, 'query'>,
): Promise<{ version: number; needs: number }> {
  const found = await client.query(
    "SELECT to_regclass('callscope.migration') IS NOT NULL AS present",
  );
  if (!presentRow.parse(found.rows[0]).present) return { version: 0, needs: 0 };
  const { rows } = await client.query(
    'SELECT max(version) AS version, max(needs) AS needs FROM callscope.migration',
  );
  const { version, needs } = versionRow.parse(rows[0]);
  return { version: version ?? 0, needs: needs ?? 0 };
}
