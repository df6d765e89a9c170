import type { SyncStatus } from '@/lib/call/answers/index-responses';
import { toIso } from '@/lib/call/values/instant-bounds';
import type { IndexContent, IndexStore } from '@/lib/server/index/store';
import { CHECKPOINT_KEY, type Checkpoint, readCheckpoint } from '@/lib/server/sync/checkpoint';
import { type Clock, systemClock } from '@/lib/server/sync/clock';
import type { Log } from '@/lib/server/sync/log';
import type { SyncSettings } from '@/lib/server/sync/settings';
import type { CallSource } from '@/lib/server/sync/source';
import { coverageOf, NO_TRANSCRIPTS, statusOf } from '@/lib/server/sync/status';
import { createSync, type Sync } from '@/lib/server/sync/sync';
import { createFollower } from './follower';
import { createLeadership } from './leadership';
import { leadingParts } from './leading';
import type { RecordMonitor } from './monitor';
import type { Offers } from './offers';
import type { SharedRecord } from './record';
import { createTurns } from './turns';

/** What people ask on any instance and the one that reads HappyRobot does. */
const WISHES = ['refresh', 'confirmDeletions'] as const;
type Wish = (typeof WISHES)[number];

const NOTHING: IndexContent = {
  indexed: 0,
  oldest: null,
  newest: null,
  rejected: { count: 0, latest: [] },
};

type Parts = {
  store: IndexStore;
  source: CallSource;
  record: SharedRecord;
  offers: Offers;
  monitor: RecordMonitor;
  log: Log;
  settings: SyncSettings;
  /** Whether it may be the one that reads HappyRobot. */
  mayLead: boolean;
  clock?: Clock;
  /** For how long the lease is asked for: so long nobody reads HappyRobot when the one who did is gone. */
  ttlMs?: number;
  pollMs?: number;
};

const TTL_MS = 10_000;
const POLL_MS = 1_000;

/**
 * Keeps the index up to date from the shared record, and the record from HappyRobot while this instance holds the lease.
 * It leads only once its own index has all of the record, as the sync judges by the index what is missing.
 */
export function createSharedSync(parts: Parts): Sync & { wake(): void } {
  const { store, record, offers, monitor, log, settings, mayLead } = parts;
  const { clock = systemClock, ttlMs = TTL_MS, pollMs = POLL_MS } = parts;
  const monotonic = () => performance.now();
  const stopping = new AbortController();
  const { signal } = stopping;
  const turns = createTurns();
  const follower = createFollower({ store, record, turns });
  const leadership = createLeadership({ record, ttlMs, monotonic });
  let leading: Sync | undefined;
  let checkpoint: Checkpoint | undefined;
  let content = NOTHING;
  let transcripts = { read: 0, without: 0 };
  let hasBegun = false;
  let isKeptUp = false;
  let alarm = new AbortController();
  let loops: Promise<unknown> | undefined;
  const heard = new Map<Wish, unknown>();

  function lead(): void {
    leading = createSync({
      ...leadingParts({ ...parts, follower, leadership, turns }),
      log,
      settings,
      clock,
    });
    leading.start();
    log.info({}, 'this instance reads HappyRobot for all that share the record');
  }

  async function yieldLead(): Promise<void> {
    const sync = leading;
    leading = undefined;
    await sync?.stop();
  }

  /** Wishes from before this instance led were somebody else's. */
  function hear(notes: ReadonlyMap<string, unknown>): void {
    for (const wish of WISHES) {
      const isNew = notes.get(wish) !== heard.get(wish);
      heard.set(wish, notes.get(wish));
      if (isNew) leading?.[wish]();
    }
  }

  async function noteCheckpoint(kept: unknown): Promise<void> {
    const next = readCheckpoint(kept);
    if (next === undefined || JSON.stringify(next) === JSON.stringify(checkpoint)) return;
    checkpoint = next;
    // The one who leads keeps it with its pages. It tells what the index covers, also while the record is away.
    if (leading !== undefined) return;
    const at = toIso(clock.now());
    await turns(() => store.keep({ calls: [], at, state: { [CHECKPOINT_KEY]: kept } }));
  }

  /** What an older version kept is taken in anew by whoever leads, and here by itself. */
  async function keepUp(): Promise<void> {
    while (!signal.aborted && (await store.fillExtracted()) > 0);
    while (!signal.aborted && settings.transcripts && (await store.remeasure()) > 0);
    isKeptUp = true;
  }

  /** What the index had when this process began: it answers from that until the record does. */
  async function begin(): Promise<void> {
    if (hasBegun) return;
    [content, transcripts] = await contents();
    checkpoint = readCheckpoint(await store.state(CHECKPOINT_KEY));
    hasBegun = true;
  }

  async function look(): Promise<void> {
    await begin();
    await offers.flush(follower.places());
    // Before the calls: all that it says is read is there then.
    const notes = await record.notes();
    const { reset, calls } = await follower.follow(signal);
    if (signal.aborted) return;
    if (reset) {
      log.warn({}, 'the shared record went back in time: it is followed anew');
      await yieldLead();
      return;
    }
    await noteCheckpoint(notes.get(CHECKPOINT_KEY));
    if (calls > 0) [content, transcripts] = await contents();
    monitor.caughtUp();
    hear(notes);
    if (leadership.fence() === undefined) await yieldLead();
    else if (leading === undefined) lead();
    if (!isKeptUp) await keepUp();
  }

  const contents = () => Promise.all([store.content(), store.transcriptContent()]);

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      const { signal: woken } = alarm;
      try {
        await look();
        monitor.connected();
      } catch (error) {
        monitor.failed(error);
      }
      await clock.sleep(pollMs, woken);
      if (woken.aborted) alarm = new AbortController();
    }
  }

  async function hold(): Promise<void> {
    while (!signal.aborted) {
      const before = leadership.fence();
      await leadership.tend().catch(monitor.failed);
      if (leadership.fence() === undefined) await yieldLead();
      else if (before === undefined) wake();
      monitor.leads(leadership.fence() !== undefined);
      await clock.sleep(ttlMs / 3, signal);
    }
  }

  function wake(): void {
    alarm.abort();
  }

  function wish(which: Wish): void {
    record.keepNote(which, toIso(clock.now())).catch(monitor.failed);
  }

  function status(): SyncStatus {
    if (leading) return leading.status();
    const told = settings.transcripts
      ? ({ ...NO_TRANSCRIPTS, ...transcripts, state: 'waiting' } as const)
      : NO_TRANSCRIPTS;
    const total = checkpoint?.upstreamCount ?? null;
    const steady = { failing: false, lastError: null, speed: null, missing: 0 };
    return statusOf({ checkpoint, content, total, transcripts: told, ...steady });
  }

  return {
    wake,
    start() {
      record.onChange(wake);
      signal.addEventListener('abort', wake, { once: true });
      loops ??= Promise.all([follow(), mayLead ? hold() : undefined]);
    },
    async stop() {
      stopping.abort();
      await loops;
      await yieldLead();
      await offers.flush(follower.places()).catch(() => undefined);
      await leadership.release().catch(() => undefined);
    },
    refresh: () => wish('refresh'),
    confirmDeletions: () => wish('confirmDeletions'),
    status: () => ({ ...status(), shared: monitor.told() }),
    coverage: () =>
      leading?.coverage() ??
      coverageOf({ checkpoint, content, total: checkpoint?.upstreamCount ?? null }),
  };
}
