import * as z from 'zod';
import type { IndexStore } from '@/lib/server/index/store';
import { suspicionSchema } from './deletions/suspicion';

const instant = z.iso.datetime();

/** What is still to be read: everything up to `to` (null: everything), by offset where there is one. */
const rest = z.object({ to: instant.nullable(), offset: z.number().optional() });

/** Where the sync stands, kept with the calls. What a later version adds gets a default, so that it reads this one. */
const checkpointSchema = z.object({
  /** What is still to be read for the first time. Null when all was. */
  backfill: rest.nullable(),
  /** The first reading ended with far fewer calls than HappyRobot counts: how often, since when, with how many. */
  shortfall: z
    .object({ reads: z.number(), since: instant, indexed: z.number() })
    .nullable()
    .default(null),
  /** Everything since the backfill began and up to this instant was read at least once. */
  high: instant.nullable(),
  /** The nightly reading of everything, when it is under way. */
  everything: z.object({ to: instant.nullable() }).nullable(),
  /** When each range was last read again from its start to its end. */
  read: z.object({ day: instant, week: instant, everything: instant }),
  /** What is missing from a range and not believed to be gone. */
  suspicions: z
    .object({
      day: suspicionSchema.optional(),
      week: suspicionSchema.optional(),
      everything: suspicionSchema.optional(),
    })
    .default({}),
  upstreamCount: z.number().nullable(),
  lastSuccess: instant.nullable(),
  unknownFields: z.array(z.string()),
  /** How many calls could not be read once and are in the index now. */
  recovered: z.number().default(0),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

export const CHECKPOINT_KEY = 'sync';

/** The checkpoint of an index that knows nothing yet. */
function firstCheckpoint(now: string): Checkpoint {
  return {
    backfill: { to: null },
    shortfall: null,
    high: null,
    everything: null,
    read: { day: now, week: now, everything: now },
    suspicions: {},
    upstreamCount: null,
    lastSuccess: null,
    unknownFields: [],
    recovered: 0,
  };
}

/**
 * The checkpoint that the index was left with. One that cannot be read (another version's, or damaged) starts the
 * backfill again: that repeats work and loses nothing.
 */
export async function loadCheckpoint(store: IndexStore, now: string): Promise<Checkpoint> {
  return readCheckpoint(await store.state(CHECKPOINT_KEY)) ?? firstCheckpoint(now);
}

/** A checkpoint as it was kept; undefined where there is none that can be read. */
export function readCheckpoint(kept: unknown): Checkpoint | undefined {
  const read = checkpointSchema.safeParse(kept);
  return read.success ? read.data : undefined;
}
