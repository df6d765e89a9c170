import type { Slice } from '@/lib/server/sync/jobs/reread-slice';
import type { Loss, Suspicion } from './suspicion';

/** So many may always vanish at once. */
const HANDFUL = 10;
const LARGEST_SHARE = 0.2;
const SAMPLE = 50;

/** What is missing from a window that is read again, slice by slice. */
export interface Absences {
  add(slice: Slice): void;
  /** The ids that are missing once everything was read; the loss where they are too many to be believed. */
  verdict(): { missing: string[]; known: number } | { loss: Loss };
}

/**
 * `indexed` is how many calls the index holds: no window can miss more of them than a share of those. `before` is what
 * was suspected of the window until now.
 */
export function createAbsences(indexed: number, before: Suspicion | undefined): Absences {
  const missing = new Set<string>();
  const watched = new Set(before?.sample);
  let known = 0;
  let vanished = 0;
  let isAnyBack = false;
  return {
    add(slice) {
      known += slice.known.length;
      vanished += slice.missing.size;
      isAnyBack ||= slice.known.some((id) => watched.has(id) && !slice.missing.has(id));
      // Beyond this the verdict is clear, and an upstream that lost everything must not fill the memory.
      if (missing.size > Math.max(HANDFUL, indexed * LARGEST_SHARE)) return;
      for (const id of slice.missing) missing.add(id);
    },
    verdict() {
      if (isTooMany(vanished, known)) {
        const sample = [...missing].slice(0, SAMPLE);
        return { loss: { vanished, known, sample, isAnyBack } };
      }
      return { missing: [...missing], known };
    },
  };
}

function isTooMany(vanished: number, known: number): boolean {
  return vanished > HANDFUL && vanished > known * LARGEST_SHARE;
}
