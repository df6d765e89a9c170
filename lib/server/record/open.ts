import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { RecordError, type SharedRecord } from '@/lib/server/sync/shared/record';
import { openDatabase } from './database';
import { createLease } from './lease';
import { createListener, TELL } from './listen';
import { SLOTS } from './packing';
import { createCallReader } from './read-calls';
import { createCallWriter } from './write-calls';

const headRow = z.object({
  slot: z.number(),
  epoch: z.string(),
  revision: z.coerce.number(),
});
const noteRow = z.object({ key: z.string(), value: z.string() });

/**
 * The record of an account in a PostgreSQL database, which may hold others. Nothing is asked before the first call.
 * `account` is a digest that tells accounts apart.
 */
export function openRecord({ url, account }: { url: string; account: string }): SharedRecord {
  const database = openDatabase(url);
  const holder = randomUUID();
  const writer = createCallWriter(database, account);
  const listener = createListener(database, account);

  async function tell(): Promise<void> {
    await database.rows(TELL, [account], z.unknown());
  }

  async function heads() {
    const text =
      'SELECT slot, epoch, revision FROM callscope.slot WHERE account = $1 ORDER BY slot';
    const found = await database.rows(text, [account], headRow);
    if (found.length === SLOTS) return found;
    for (let slot = 0; slot < SLOTS; slot += 1)
      await database.rows(
        `INSERT INTO callscope.slot (account, slot, epoch, revision, fence) VALUES ($1, $2, $3, 0, 0)
         ON CONFLICT DO NOTHING`,
        [account, slot, randomUUID()],
        z.unknown(),
      );
    return database.rows(text, [account], headRow);
  }

  let slots: Promise<unknown> | undefined;
  /** Nothing can be written before they are there. */
  async function withSlots(): Promise<void> {
    slots ??= heads().catch((error: unknown) => {
      slots = undefined;
      throw error;
    });
    await slots;
  }

  const lease = createLease(database, account, holder);
  return {
    heads,
    changes: createCallReader(database, account),
    async keep(page, known, fence) {
      await withSlots();
      const places = await writer.keep(page, known, fence);
      if (places.size > 0) await tell();
      return places;
    },
    async markAbsent(ids, known, fence) {
      await writer.markAbsent(ids, known, fence);
      await tell();
    },
    async notes() {
      const text = 'SELECT key, value FROM callscope.note WHERE account = $1';
      const found = await database.rows(text, [account], noteRow);
      return new Map(found.map(({ key, value }) => [key, JSON.parse(value) as unknown]));
    },
    async keepNote(key, value, fence) {
      const kept = await database.rows(
        `INSERT INTO callscope.note AS known (account, key, value, fence) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account, key) DO UPDATE SET value = excluded.value WHERE known.fence = excluded.fence
         RETURNING key, value`,
        [account, key, JSON.stringify(value), fence ?? 0],
        noteRow,
      );
      if (kept.length === 0)
        throw new RecordError('fenced', 'Another instance reads HappyRobot now.');
      if (fence === undefined) await tell();
    },
    async markReset({ slot, epoch }) {
      await database.rows(
        'UPDATE callscope.slot SET epoch = $4 WHERE account = $1 AND slot = $2 AND epoch = $3',
        [account, slot, epoch, randomUUID()],
        z.unknown(),
      );
    },
    async acquire(ttlMs) {
      await withSlots();
      return lease.acquire(ttlMs);
    },
    renew: lease.renew,
    release: lease.release,
    onChange: listener.start,
    async close() {
      listener.close();
      await database.close();
    },
  };
}
