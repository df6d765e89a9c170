import type { Coverage, SyncResponse, SyncStatus } from '@/lib/call/answers/index-responses';
import { toIso } from '@/lib/call/values/instant-bounds';
import { isCallscopeError } from '@/lib/server/errors';
import type { IndexStore } from '@/lib/server/index/store';
import { createCheckpointStore } from './checkpoint-store';
import { type Clock, systemClock } from './clock';
import { createBackfillJob } from './jobs/backfill';
import { createExtractionJob } from './jobs/extraction';
import { createMeasuresJob } from './jobs/measures';
import { createNewestJob } from './jobs/newest';
import { createRanges } from './jobs/ranges';
import { createRereadJob } from './jobs/reread';
import { createRunner, type Job } from './jobs/runner';
import { createSearchJob } from './jobs/search';
import { createTranscriptsJob } from './jobs/transcripts';
import type { Log } from './log';
import { createAsk, createPoliteness } from './pace/rate-share';
import { goodManners } from './reading/manners';
import type { SyncSettings } from './settings';
import type { CallSource } from './source';
import { coverageOf, NO_TRANSCRIPTS, statusOf } from './status';

/** Keeps the index up to date. One runs for each store. */
export interface Sync {
  /** Begins to work, and goes on where it was stopped or killed the last time. */
  start(): void;
  /** Stops for good, once the step under way has ended. */
  stop(): Promise<void>;
  /** Asks for new calls and for the last 24 hours as soon as may be; asking again meanwhile changes nothing. */
  refresh(): void;
  /** Believes that the calls which HappyRobot no longer lists were deleted, and reads again what lacks them. */
  confirmDeletions(): void;
  status(): SyncStatus;
  /** From where to where the index knows every call; asks nobody. */
  coverage(): Coverage;
}

type Parts = {
  store: IndexStore;
  source: CallSource;
  log: Log;
  settings: SyncSettings;
  clock?: Clock;
  /** Yields 0 to 1 and spreads the waits after failures. */
  random?: () => number;
};

export function createSync(parts: Parts): Sync {
  const { store, source, log, settings, clock = systemClock, random = Math.random } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const manners = goodManners();
  const checkpoints = createCheckpointStore({ store, clock, log });
  const politely = createPoliteness({ source, clock, share: settings.share, signal });
  const ask = createAsk({ source, clock, politely, signal, manners });
  const common = { store, checkpoints, ask, clock, manners };
  const backfill = createBackfillJob(common);
  const search = createSearchJob({ ...common, log });
  const newest = createNewestJob({ ...common, everyMs: settings.newMs, looked: search.compare });
  const rereads = createRanges(settings).map((range) =>
    createRereadJob({ ...common, range, refused }),
  );
  const loading: Job = {
    name: 'load',
    due: () => (checkpoints.isLoaded() ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    step: () => checkpoints.load(),
  };
  const jobs = [loading, newest, ...rereads, search, backfill];
  const transcripts = createTranscriptsJob({
    ...common,
    source,
    politely,
    signal,
    isOthersTurn: () => jobs.some((job) => job.due() <= clock.now()),
    leftAside,
  });
  const taking = [...jobs, createExtractionJob(common)];
  const runner = createRunner({
    jobs: settings.transcripts ? [...taking, transcripts, createMeasuresJob(common)] : taking,
    clock,
    random,
    failed,
  });
  let lastError: SyncResponse['last_error'] = null;
  let lastTranscriptsError: SyncResponse['last_error'] = null;
  let running: Promise<void> | undefined;

  const checkpoint = () => (checkpoints.isLoaded() ? checkpoints.checkpoint() : undefined);
  /** A count that turned out to be wrong since it was noted is none. */
  const total = () => (manners.counts === false ? null : (checkpoint()?.upstreamCount ?? null));

  function refused(reason: string): void {
    lastError = { code: 'mass_deletion_refused', message: reason, at: toIso(clock.now()) };
    log.warn({ code: lastError.code, detail: reason }, 'sync did not believe what it read');
  }

  function leftAside(count: number, failure: unknown): void {
    const { code, message: reason, ...unforeseen } = toldOf(failure);
    const which = count === 1 ? 'One transcript' : `${count} transcripts`;
    const message = `${which} could not be read and will be tried again in an hour: ${reason}`;
    lastTranscriptsError = { code, message, at: toIso(clock.now()) };
    log.warn({ code, detail: reason, count, ...unforeseen }, 'sync left transcripts aside');
  }

  function failed(job: Job, error: unknown): void {
    const { code, message, ...unforeseen } = toldOf(error);
    const last = { code, message, at: toIso(clock.now()) };
    if (job === transcripts) lastTranscriptsError = last;
    else lastError = last;
    log.warn({ job: job.name, code, detail: message, ...unforeseen }, 'sync failed');
  }

  function transcriptsStatus(): SyncStatus['transcripts'] {
    if (!settings.transcripts) return NO_TRANSCRIPTS;
    const state = runner.isFailing(transcripts.name)
      ? 'error'
      : checkpoint()?.backfill !== null
        ? 'waiting'
        : transcripts.isDone()
          ? 'idle'
          : 'reading';
    const last_error = lastTranscriptsError;
    return { state, ...transcripts.content(), rate: transcripts.speed(), last_error };
  }

  return {
    start() {
      running ??= runner.run(signal);
    },
    async stop() {
      stopping.abort();
      await running;
    },
    refresh() {
      const hurried = [newest, ...rereads.filter(({ name }) => name === 'day')];
      for (const job of hurried) job.hurry();
      runner.hurry(...hurried.map(({ name }) => name));
    },
    confirmDeletions() {
      for (const job of rereads) job.confirm();
      runner.hurry(...rereads.map(({ name }) => name));
    },
    status: () =>
      statusOf({
        checkpoint: checkpoint(),
        content: checkpoints.figures.content(),
        total: total(),
        failing: jobs.some(({ name }) => runner.isFailing(name)),
        lastError,
        speed: backfill.speed(),
        missing: search.missing(),
        transcripts: transcriptsStatus(),
      }),
    coverage: () =>
      coverageOf({
        checkpoint: checkpoint(),
        content: checkpoints.figures.content(),
        total: total(),
      }),
  };
}

/** What is told of a failure: what nobody foresaw is for the log alone. */
function toldOf(error: unknown): { code: string; message: string; err?: unknown } {
  if (isCallscopeError(error)) return { code: error.code, message: error.message };
  const message = 'The sync failed; the log of the server tells more.';
  return { code: 'internal_error', message, err: error };
}
