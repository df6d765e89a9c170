import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { UseCase } from '@/lib/call/values/use-case-parts';
import type { Changes, Place, RecordedCall } from '@/lib/server/sync/shared/record';
import { forEachYielding } from '@/lib/server/yielding-loop';
import type { Database } from './database';
import { unpackCall, unpackConfiguration } from './packing';

/** Configurations are large and few. */
const REMEMBERED = 500;

const bytes = z.instanceof(Buffer);
const changeRow = z.object({
  id: z.string(),
  revision: z.coerce.number(),
  seen_at: z.coerce.number(),
  absences: z.number(),
  problem: z.string().nullable(),
  configuration: z.string().nullable(),
  document: bytes.nullable(),
});
type Row = z.infer<typeof changeRow>;
const configurationRow = z.object({ digest: z.string(), document: bytes });

/** Reads what was written for an account, in order. */
export function createCallReader(database: Database, account: string) {
  const remembered = new LRUCache<string, UseCase>({ max: REMEMBERED });

  async function configurationsOf(rows: readonly Row[]): Promise<ReadonlyMap<string, UseCase>> {
    const found = new Map<string, UseCase>();
    const missing: string[] = [];
    for (const key of new Set(rows.flatMap(({ configuration }) => configuration ?? []))) {
      const known = remembered.get(key);
      if (known === undefined) missing.push(key);
      else found.set(key, known);
    }
    if (missing.length === 0) return found;
    const read = await database.rows(
      'SELECT digest, document FROM callscope.configuration WHERE account = $1 AND digest = ANY($2::text[])',
      [account, missing],
      configurationRow,
    );
    for (const { digest, document } of read) {
      const configuration = unpackConfiguration(document);
      remembered.set(digest, configuration);
      found.set(digest, configuration);
    }
    return found;
  }

  return async (slot: number, after: Place, limit: number): Promise<Changes> => {
    const beyond = after.id === null ? 'revision > $3' : '(revision, id) > ($3, $5)';
    const rows = await database.rows(
      `SELECT id, revision, seen_at, absences, problem, configuration, document FROM callscope.call
       WHERE account = $1 AND slot = $2 AND ${beyond} ORDER BY revision, id LIMIT $4`,
      [account, slot, after.revision, limit, ...(after.id === null ? [] : [after.id])],
      changeRow,
    );
    const configurations = await configurationsOf(rows);
    const calls: RecordedCall[] = [];
    await forEachYielding(rows, ({ document, configuration, seen_at, absences }) => {
      if (document === null) return;
      const known = configuration === null ? undefined : configurations.get(configuration);
      calls.push({ call: unpackCall(document, known ?? null), seenAt: seen_at, absences });
    });
    const rejected = rows.flatMap(({ id, problem }) =>
      problem === null ? [] : [id.startsWith('rejected:') ? { problem } : { id, problem }],
    );
    const end = rows.at(-1);
    const last = end ? { epoch: after.epoch, revision: end.revision, id: end.id } : after;
    return { calls, rejected, last, count: rows.length };
  };
}
