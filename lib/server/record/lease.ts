import * as z from 'zod';
import type { Database } from './database';
import { SLOTS } from './packing';

/** The sync's note, which only the holder of the lease may change. */
const SYNC_NOTE = 'sync';

const fenceRow = z.object({ fence: z.coerce.number() });

/**
 * The right to read HappyRobot for an account. Times are those of PostgreSQL. Who takes it writes its fence into
 * everything that the holder writes to, each of which is refused to any other fence in the statement that writes: a
 * holder that was paused, or that the network cut off, comes too late.
 */
export function createLease(database: Database, account: string, holder: string) {
  const release = async (fence: number) => {
    await database.rows(
      `UPDATE callscope.lease SET ends = now() WHERE account = $1 AND holder = $2 AND fence = $3 RETURNING fence`,
      [account, holder, fence],
      fenceRow,
    );
  };

  async function raise(fence: number): Promise<void> {
    for (let slot = 0; slot < SLOTS; slot += 1)
      await database.rows(
        'UPDATE callscope.slot SET fence = $3 WHERE account = $1 AND slot = $2 AND fence < $3 RETURNING fence',
        [account, slot, fence],
        fenceRow,
      );
    await database.rows(
      `INSERT INTO callscope.note AS known (account, key, value, fence) VALUES ($1, $2, 'null', $3)
       ON CONFLICT (account, key) DO UPDATE SET fence = excluded.fence WHERE known.fence < excluded.fence
       RETURNING fence`,
      [account, SYNC_NOTE, fence],
      fenceRow,
    );
  }

  return {
    release,
    async acquire(ttlMs: number): Promise<number | undefined> {
      const [taken] = await database.rows(
        `INSERT INTO callscope.lease AS known (account, holder, fence, ends)
         VALUES ($1, $2, 1, now() + $3 * interval '1 millisecond')
         ON CONFLICT (account) DO UPDATE SET
           holder = excluded.holder, fence = known.fence + 1, ends = excluded.ends
         WHERE known.ends <= now() RETURNING fence`,
        [account, holder, ttlMs],
        fenceRow,
      );
      if (taken !== undefined) await raise(taken.fence);
      return taken?.fence;
    },
    async renew(fence: number, ttlMs: number): Promise<boolean> {
      const renewed = await database.rows(
        `UPDATE callscope.lease SET ends = now() + $4 * interval '1 millisecond'
         WHERE account = $1 AND holder = $2 AND fence = $3 RETURNING fence`,
        [account, holder, fence, ttlMs],
        fenceRow,
      );
      return renewed.length > 0;
    },
  };
}
