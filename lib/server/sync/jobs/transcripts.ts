import type { ProblemCode } from '@/lib/call/answers/problem';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { isCallscopeError } from '@/lib/server/errors';
import type {
  DueTranscript,
  IndexStore,
  KeptTranscript,
  TranscriptContent,
} from '@/lib/server/index/store';
import type { CheckpointStore } from '@/lib/server/sync/checkpoint-store';
import type { Clock } from '@/lib/server/sync/clock';
import type { Politely } from '@/lib/server/sync/pace/rate-share';
import { createSpeed } from '@/lib/server/sync/pace/speed';
import type { CallSource } from '@/lib/server/sync/source';
import type { Job } from './runner';

/** So many are looked up at once, and so many are asked for before they are kept. */
const LIST = 200;
const BATCH = 25;
/** They are kept at the latest then. Too few together do not show what is common to all, which is how they are packed. */
const BATCH_MS = 30_000;
/** How often to look for calls that have ended or changed. */
const LOOK_MS = 30_000;
/** A transcript may still be written when the call is over: it is read again when the call is that old. */
const YOUNG_MS = [10 * 60_000, 60 * 60_000];
/** One that cannot be read is left alone for so long; that several in a row cannot is no fault of theirs. */
const SET_ASIDE_MS = 3_600_000;
const MOST_IN_A_ROW = 3;

/** With these it may be the one transcript that is at fault. */
const ITS_OWN_FAULT: readonly ProblemCode[] = [
  'upstream_failed',
  'upstream_timeout',
  'upstream_forbidden',
  'upstream_invalid_response',
  'upstream_rejected',
  'internal_error',
];

/** Reads what was said on calls that have ended, newest first, once all calls were read for the first time. */
export function createTranscriptsJob(parts: {
  store: IndexStore;
  checkpoints: CheckpointStore;
  source: Pick<CallSource, 'transcript'>;
  politely: Politely;
  clock: Clock;
  signal: AbortSignal;
  /** Whether somebody else of the sync has something to do. */
  isOthersTurn: () => boolean;
  /** Hears how many could not be read and were left aside, and why the last of them could not. */
  leftAside: (count: number, failure: unknown) => void;
}): Job & {
  content(): TranscriptContent;
  /** Whether there was nothing left to read at the last look. */
  isDone(): boolean;
  /** Transcripts per second; null until it can be told. */
  speed(): number | null;
} {
  const { store, checkpoints, source, politely, clock, signal, isOthersTurn } = parts;
  const speed = createSpeed(clock);
  const setAside = new Map<number, number>();
  let content: TranscriptContent = { read: 0, without: 0 };
  let list: DueTranscript[] = [];
  let due = Number.NEGATIVE_INFINITY;
  let isDone = false;
  /** Transcripts in a row that could not be read, over all steps: a slow outage has few in each. */
  let inARow = 0;

  async function look(): Promise<void> {
    for (const [place, until] of setAside) if (until <= clock.now()) setAside.delete(place);
    list = await store.dueTranscripts(clock.now(), LIST, [...setAside.keys()]);
    content = await store.transcriptContent();
    isDone = list.length === 0;
  }

  async function read(): Promise<void> {
    const batch: KeptTranscript[] = [];
    const until = clock.now() + BATCH_MS;
    const failures: unknown[] = [];
    try {
      // One at least: others may have something to do all the time.
      for (let asked = 0; asked < BATCH; asked += 1) {
        const of = list[0];
        if (of === undefined || (asked > 0 && (clock.now() >= until || isOthersTurn()))) break;
        list.shift();
        const outcome = await ask(of);
        if ('failure' in outcome) {
          setAside.set(of.place, clock.now() + SET_ASIDE_MS);
          inARow += 1;
          failures.push(outcome.failure);
          if (inARow >= MOST_IN_A_ROW) throw outcome.failure;
          continue;
        }
        inARow = 0;
        batch.push({ of, ...outcome, again: whenAgain(of, clock.now()) });
      }
    } finally {
      if (failures.length > 0) parts.leftAside(failures.length, failures.at(-1));
      if (batch.length > 0) await keep(batch);
    }
  }

  async function ask(
    of: DueTranscript,
  ): Promise<{ transcript: Transcript | null } | { failure: unknown }> {
    try {
      return { transcript: await politely(() => source.transcript(of.id, signal)) };
    } catch (failure) {
      if (isCallscopeError(failure) && ITS_OWN_FAULT.includes(failure.code)) return { failure };
      list.unshift(of);
      throw failure;
    }
  }

  async function keep(batch: readonly KeptTranscript[]): Promise<void> {
    await store.keepTranscripts(batch);
    speed.add(batch.length);
    content = await store.transcriptContent();
  }

  return {
    name: 'transcripts',
    content: () => content,
    isDone: () => isDone,
    speed: () => speed.perSecond(),
    due() {
      if (!checkpoints.isLoaded() || checkpoints.checkpoint().backfill !== null)
        return Number.POSITIVE_INFINITY;
      return due;
    },
    async step() {
      if (list.length === 0) await look();
      await read();
      // Everybody whose time has come goes first.
      due = clock.now() + (isDone ? LOOK_MS : 0);
    },
  };
}

/** When the transcript of a call that was read now is to be read again; null: when the call has changed. */
function whenAgain({ ended }: DueTranscript, now: number): number | null {
  const age = YOUNG_MS.find((ms) => ended + ms > now);
  return age === undefined ? null : ended + age;
}
