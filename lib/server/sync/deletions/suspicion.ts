import * as z from 'zod';
import { toIso } from '@/lib/call/values/instant-bounds';

const instant = z.iso.datetime();

/** More calls than are believed at once are gone from a range: what was seen of it so far. */
export const suspicionSchema = z.object({
  since: instant,
  /** When the last of the reads that count was through. */
  last: instant,
  reads: z.number(),
  vanished: z.number(),
  known: z.number(),
  /** Some of the calls: when one of them is back, none of it was true. */
  sample: z.array(z.string()),
});
export type Suspicion = z.infer<typeof suspicionSchema>;

/** What one complete read of a range missed. */
export type Loss = { vanished: number; known: number; sample: string[]; isAnyBack: boolean };

/** It is believed after so many reads that agree, so far apart, over so long a time. */
const READS = 3;
const APART_MS = 6 * 3_600_000;
const SPAN_MS = 24 * 3_600_000;
/** A range that ends now loses its oldest days on the way. */
const SAME_SHARE = 0.5;

/** What is suspected after one more read. */
export function nextSuspicion(before: Suspicion | undefined, loss: Loss, time: number): Suspicion {
  const { isAnyBack, ...seen } = loss;
  const now = toIso(time);
  if (!before || isAnyBack || seen.vanished < before.vanished * SAME_SHARE)
    return { ...seen, since: now, last: now, reads: 1 };
  const counts = time - Date.parse(before.last) >= APART_MS;
  const { vanished, known } = seen;
  const sample = before.sample.length > 0 ? before.sample : seen.sample;
  return {
    ...before,
    vanished,
    known,
    sample,
    ...(counts && { last: now, reads: before.reads + 1 }),
  };
}

/** What is still suspected of a range once calls of it were taken for deleted; undefined: nothing. */
export function suspicionWithout(before: Suspicion, gone: ReadonlySet<string>) {
  const { vanished, known, sample } = before;
  if (vanished <= gone.size) return undefined;
  return {
    ...before,
    vanished: vanished - gone.size,
    known: known - gone.size,
    sample: sample.filter((id) => !gone.has(id)),
  };
}

export function isBelievable({ reads, since }: Suspicion, time: number): boolean {
  return reads >= READS && time - Date.parse(since) >= SPAN_MS;
}
