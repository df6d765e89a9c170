import type { Call } from '@/lib/call/call';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { floorOf } from '@/lib/call/values/instant-bounds';
import type { RejectedRecord } from '@/lib/server/index/store';
import type { Clock } from './clock';
import type { CallSource, SourceQuery } from './source';

export const NOW = Date.parse('2026-11-24T12:00:00.000Z');

/** A call with nothing but what is required; `n` makes its id. */
export function aCall(n: number, created: number | string, fields: object = {}): Call {
  const text = typeof created === 'number' ? new Date(created).toISOString() : created;
  const id = n.toString(16).padStart(24, '0');
  return { id, type: 'Inbound', status: 'Completed', created: text, ...fields };
}

/** So many calls, one each `everyMs` back from `end`. */
export function someCalls(count: number, everyMs = 60_000, end = NOW - 1_000): Call[] {
  return Array.from({ length: count }, (_, n) => aCall(n + 1, end - n * everyMs));
}

/** Time that passes only while somebody sleeps, and only as far as the test lets it. */
export type FakeClock = Clock & {
  /** Lets time pass; resolved once all of it has and everybody sleeps beyond it. */
  advance(ms: number): Promise<void>;
};

/** `wasBusy`: whether something worked in real time that can wake somebody, once it has come to rest. */
export function createFakeClock(start = NOW, wasBusy?: () => Promise<boolean>): FakeClock {
  let now = start;
  const sleepers = new Set<{ until: number; wake: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    sleep(ms, signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper = {
          until: now + ms,
          wake() {
            sleepers.delete(sleeper);
            signal.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener('abort', sleeper.wake);
      });
    },
    async advance(ms) {
      const limit = now + ms;
      for (;;) {
        // Until nobody moves by himself any more.
        do for (let turn = 0; turn < 5; turn += 1) await settle();
        while (await wasBusy?.());
        const next = [...sleepers].sort((a, b) => a.until - b.until)[0];
        if (next === undefined || next.until > limit) break;
        now = Math.max(now, next.until);
        next.wake();
      }
      now = limit;
    },
  };
}

/** HappyRobot as a list that a test changes as it likes. */
export type FakeSource = CallSource & {
  calls: Call[];
  rejected: RejectedRecord[];
  queries: (SourceQuery & { at: number })[];
  /** How long each answer takes. */
  tookMs: number;
  people: number;
  /** Called before each answer with its number from 1: throw there to fail, change `calls` to be nasty. */
  before: (number: number, query: SourceQuery) => void;
  /** What was said, by id of the call; calls without have no transcript. */
  transcripts: Map<string, Transcript>;
  /** Whose transcripts were asked for, one after the other. */
  asked: { id: string; at: number }[];
  /** Called before each transcript: throw there to fail. */
  beforeTranscript: (id: string) => void;
  /** The order of the calls of one instant. */
  tieBreak: (a: Call, b: Call) => number;
};

export function createFakeSource(clock: Clock, calls: Call[] = []): FakeSource {
  const source: FakeSource = {
    calls,
    rejected: [],
    queries: [],
    tookMs: 0,
    people: 0,
    before: () => undefined,
    transcripts: new Map(),
    asked: [],
    beforeTranscript: () => undefined,
    async transcript(id, signal) {
      source.asked.push({ id, at: clock.now() });
      if (source.tookMs > 0) await clock.sleep(source.tookMs, signal);
      signal.throwIfAborted();
      source.beforeTranscript(id);
      return source.transcripts.get(id) ?? null;
    },
    tieBreak: (a, b) => (a.id < b.id ? 1 : -1),
    busy: () => source.people,
    async page(query, signal) {
      source.queries.push({ ...query, at: clock.now() });
      if (source.tookMs > 0) await clock.sleep(source.tookMs, signal);
      signal.throwIfAborted();
      source.before(source.queries.length, query);
      const { from, to, offset, limit } = query;
      const [first, last] = [exact(from ?? '0001'), exact(to ?? '9999')];
      const matching = source.calls
        .filter(({ created }) => exact(created) >= first && exact(created) <= last)
        .sort((a, b) => exact(b.created) - exact(a.created) || source.tieBreak(a, b));
      const rejected = offset === 0 ? source.rejected : [];
      return {
        calls: matching.slice(offset, offset + limit),
        rejected,
        count: matching.length + rejected.length,
      };
    },
  };
  return source;
}

/** What is read of a text again for each answer, once. */
function once(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const time = known.get(text) ?? read(text);
    known.set(text, time);
    return time;
  };
}

/** When a call was made, in milliseconds. */
export const timeOf = once(floorOf);

/** Milliseconds with what lies below them. */
const exact = once((created) => {
  const digits = /\.\d{3}(\d+)/.exec(created)?.[1] ?? '';
  return floorOf(created) + Number(`0.${digits || '0'}`);
});
