import * as z from 'zod';
import type { IndexStore } from '../store';

const instant = z.iso.datetime();

/** Where the sync stands, kept with the calls. What a later version adds gets a default, so that it reads this one. */
const checkpointSchema = z.object({
  /** What is still to be read for the first time: everything up to `to` (null: everything). Null when all was. */
  backfill: z.object({ to: instant.nullable() }).nullable(),
  /** Everything since the backfill began and up to this instant was read at least once. */
  high: instant.nullable(),
  /** The nightly reading of everything, when it is under way. */
  everything: z.object({ to: instant.nullable() }).nullable(),
  /** When each range was last read again from its start to its end. */
  read: z.object({ day: instant, week: instant, everything: instant }),
  upstreamCount: z.number().nullable(),
  lastSuccess: instant.nullable(),
  unknownFields: z.array(z.string()),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const CHECKPOINT_KEY = 'sync';

/** The checkpoint of an index that knows nothing yet. */
function firstCheckpoint(now: string): Checkpoint {
  return {
    backfill: { to: null },
    high: null,
    everything: null,
    read: { day: now, week: now, everything: now },
    upstreamCount: null,
    lastSuccess: null,
    unknownFields: [],
  };
}

/**
 * The checkpoint that the index was left with. One that cannot be read (another version's, or damaged) starts the
 * backfill again: that repeats work and loses nothing.
 */
export async function loadCheckpoint(store: IndexStore, now: string): Promise<Checkpoint> {
  const kept = checkpointSchema.safeParse(await store.state(CHECKPOINT_KEY));
  return kept.success ? kept.data : firstCheckpoint(now);
}
