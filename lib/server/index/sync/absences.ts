import type { Slice } from './rereading';

/** So many may always vanish at once. */
const HANDFUL = 10;
const LARGEST_SHARE = 0.2;

/** What is missing from a window that is read again, slice by slice. */
export interface Absences {
  add(slice: Slice): void;
  /** The ids that are missing once everything was read; undefined when they are too many to be believed. */
  verdict(): { missing: string[]; known: number } | { refused: string };
}

/** `indexed` is how many calls the index holds: no window can miss more of them than a share of those. */
export function createAbsences(indexed: number): Absences {
  const missing = new Set<string>();
  let known = 0;
  let vanished = 0;
  return {
    add(slice) {
      known += slice.known;
      vanished += slice.missing.length;
      // Beyond this the verdict is clear, and an upstream that lost everything must not fill the memory.
      if (missing.size > Math.max(HANDFUL, indexed * LARGEST_SHARE)) return;
      for (const id of slice.missing) missing.add(id);
    },
    verdict() {
      if (vanished > HANDFUL && vanished > known * LARGEST_SHARE) {
        return {
          refused: `HappyRobot no longer lists ${vanished} of ${known} calls at once. They stay in the index: too many to be believed.`,
        };
      }
      return { missing: [...missing], known };
    },
  };
}
