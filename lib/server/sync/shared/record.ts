import type { Call } from '@/lib/call/call';
import type { RejectedRecord, SeenPage } from '@/lib/server/index/store';

/**
 * What several instances share: every call with a revision, the sync's notes, and the lease of the one that reads
 * HappyRobot. Calls lie in slots by their id, and revisions grow within a slot in the order in which they can be seen:
 * who has read up to one has missed none before it. Every method throws {@link RecordError}.
 */
export interface SharedRecord {
  /** How far each slot is. */
  heads(): Promise<Head[]>;
  /** What was written in a slot beyond a place of it, in order. */
  changes(slot: number, after: Place, limit: number): Promise<Changes>;
  /**
   * Keeps what is news of a page: each slot whole or not at all. A page of the one who syncs names its fence; `known` is
   * how far the writer has read, which a record that went back in time is known by.
   */
  keep(page: RecordPage, known: Places, fence?: number): Promise<Places>;
  /** Notes that calls were missing from a complete read of their time. */
  markAbsent(ids: readonly string[], known: Places, fence: number): Promise<void>;
  /** Every note by its key, as it was kept. */
  notes(): Promise<ReadonlyMap<string, unknown>>;
  /** Keeps a note; one of the one who syncs names its fence. */
  keepNote(key: string, value: unknown, fence?: number): Promise<void>;
  /** Tells all that a slot went back in time, so that everybody follows it anew; nothing if somebody has told it already. */
  markReset(head: Head): Promise<void>;
  /** Takes the lease if nobody has it; the fence is greater than any before. */
  acquire(ttlMs: number): Promise<number | undefined>;
  /** Whether the lease is still ours, and now for longer. */
  renew(fence: number, ttlMs: number): Promise<boolean>;
  release(fence: number): Promise<void>;
  /** Calls back when somebody has written, where that can be heard of. */
  onChange(wake: () => void): void;
  close(): Promise<void>;
}

/** How far a slot is; another epoch means that its revisions began anew. */
export type Head = { slot: number; epoch: string; revision: number };
/** A place in a slot: up to a call of a revision, or (null) with all of the revision. */
export type Place = { epoch: string; revision: number; id: string | null };
/** Places by slot. */
export type Places = ReadonlyMap<number, Place>;

/** `seenAt` by id where that is not `at`, in milliseconds since 1970. */
export type RecordPage = Pick<SeenPage, 'calls' | 'rejected' | 'at' | 'seenAt'>;

export type RecordedCall = { call: Call; seenAt: number; absences: number };

export type Changes = {
  calls: RecordedCall[];
  rejected: RejectedRecord[];
  /** The place of the last of them; the place asked from when there are none. */
  last: Place;
  /** How many there were; fewer than asked for: no more are there. */
  count: number;
};

/** `away`: cannot be reached, or is too slow; `refused`: only a person can mend it; `fenced`: another one syncs now; `reset`: it went back in time. */
export type RecordErrorKind = 'away' | 'refused' | 'fenced' | 'reset';

/** The message is for people and repeats nothing of the address. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly kind: RecordErrorKind;

  constructor(kind: RecordErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** By its shape: pages and routes are bundled apart, each with its own copy of the class. */
export function isRecordError(error: unknown): error is RecordError {
  return error instanceof Error && error.name === 'RecordError' && 'kind' in error;
}
