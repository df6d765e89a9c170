import { onTestFinished, vi } from 'vitest';
import type { Call } from '@/lib/call/call';
import {
  createFakeClock,
  createFakeSource,
  type FakeClock,
  type FakeSource,
} from './fake.test-world';
import { createMemoryStore, type MemoryStore } from './memory.test-store';
import type { SyncSettings } from './settings';
import { createSync, type Sync } from './sync';

/** As often as by default, at full speed, and without transcripts. */
export const SETTINGS: SyncSettings = {
  newMs: 15_000,
  dayMs: 300_000,
  weekMs: 3_600_000,
  allHour: 3,
  share: 1,
  transcripts: false,
};

export type World = {
  clock: FakeClock;
  source: FakeSource;
  store: MemoryStore;
  log: { info: ReturnType<typeof vi.fn>; warn: ReturnType<typeof vi.fn> };
  sync: Sync;
  /** Another process with the same index. */
  restart(): Sync;
};

/** A sync over a source and an index in memory, begun; it is stopped when the test is done. */
export function startSync(calls: Call[], settings: Partial<SyncSettings> = {}): World {
  const clock = createFakeClock();
  const source = createFakeSource(clock, calls);
  const store = createMemoryStore();
  const log = { info: vi.fn(), warn: vi.fn() };
  const begin = () => {
    const sync = createSync({
      store,
      source,
      log,
      clock,
      random: () => 1,
      settings: { ...SETTINGS, ...settings },
    });
    onTestFinished(() => sync.stop());
    sync.start();
    return sync;
  };
  return { clock, source, store, log, sync: begin(), restart: begin };
}

/** The ids that the index answers with, sorted. */
export function indexed(store: MemoryStore): string[] {
  return [...store.calls.values()]
    .filter(({ absences }) => absences < 2)
    .map(({ call: { id } }) => id)
    .sort();
}

export function idsOf(calls: readonly Call[]): string[] {
  return calls.map(({ id }) => id).sort();
}
