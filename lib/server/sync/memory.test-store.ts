import type { Call } from '@/lib/call/call';
import type { IndexStore, SeenPage } from '@/lib/server/index/store';
import { timeOf } from './fake.test-world';

type Kept = { call: Call; time: number; at: string; absences: number };

/** The part of the index that the sync uses, in memory; `reopen` is what a new process finds. */
export type MemoryStore = IndexStore & {
  calls: Map<string, Kept>;
  rejected: { id: string | null; problem: string; seen_at: string }[];
  pages: SeenPage[];
  /** Called before each write: throw there to fail, or to die. */
  beforeKeep: (page: SeenPage) => void;
};

export function createMemoryStore(): MemoryStore {
  const calls = new Map<string, Kept>();
  const rejected: MemoryStore['rejected'] = [];
  const pages: SeenPage[] = [];
  // As JSON, because that is what a real index does to it.
  const state = new Map<string, string>();
  const present = () => [...calls.values()].filter(({ absences }) => absences < 2);
  const newestFirst = (from?: string, to?: string) => {
    const isBetween = between(from, to);
    return present()
      .filter(isBetween)
      .sort((a, b) => b.time - a.time || (a.call.id < b.call.id ? 1 : -1));
  };
  const unused = () => {
    throw new Error('The sync does not ask this');
  };

  const store: MemoryStore = {
    calls,
    rejected,
    pages,
    beforeKeep: () => undefined,
    async keep(page) {
      store.beforeKeep(page);
      pages.push(page);
      let added = 0;
      let changed = 0;
      for (const call of page.calls) {
        const before = calls.get(call.id);
        if (before === undefined || before.absences >= 2) added += 1;
        else if (JSON.stringify(before.call) !== JSON.stringify(call)) changed += 1;
        if (before === undefined || before.at <= page.at)
          calls.set(call.id, { call, time: timeOf(call.created), at: page.at, absences: 0 });
      }
      for (const { id = null, problem } of page.rejected ?? [])
        rejected.push({ id, problem, seen_at: page.at });
      for (const [key, value] of Object.entries(page.state ?? {}))
        state.set(key, JSON.stringify(value));
      return { added, changed, recovered: 0 };
    },
    async page({ from, to, offset = 0, limit = 50 }) {
      const matching = newestFirst(from, to);
      const rows = matching.slice(offset, offset + limit).map(({ call }) => call);
      return { calls: rows, count: matching.length, odd: [] };
    },
    async content() {
      const times = present().map(({ time }) => time);
      const iso = (time: number) => (times.length > 0 ? new Date(time).toISOString() : null);
      return {
        indexed: times.length,
        newest: iso(times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),
        oldest: iso(times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),
        rejected: {
          count: new Set(rejected.map(({ id }) => id)).size,
          latest: rejected.slice(-5),
        },
      };
    },
    oddFields: async () => [],
    firstSeen: async () => new Map(),
    async idsBetween(from, to) {
      return [...calls.values()]
        .filter(between(from, to))
        .map(({ call: { id }, absences }) => ({ id, absences }));
    },
    async markAbsent(ids) {
      for (const id of ids) {
        const kept = calls.get(id);
        if (kept) kept.absences += 1;
      }
    },
    async state(key) {
      const text = state.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    measures: unused,
    call: async (id) => calls.get(id)?.call,
    dueTranscripts: unused,
    keepTranscripts: unused,
    remeasure: async () => 0,
    fillExtracted: async () => 0,
    extractedCalls: unused,
    extraction: unused,
    extractionFacets: unused,
    measuredCalls: unused,
    transcriptContent: unused,
    isFamilyWhole: unused,
    facets: unused,
    timeline: unused,
    costs: unused,
    breakdown: unused,
    patterns: unused,
    conversations: unused,
    outcomes: unused,
    outcomeFields: unused,
    outcomePairs: unused,
    outcomeValues: unused,
    outlook: unused,
    spending: unused,
    next: unused,
    place: unused,
    review: unused,
    agreement: unused,
    export: unused,
    packed: unused,
    dailyCosts: unused,
    costFacts: unused,
    async close() {},
  };
  return store;
}

function between(from?: string, to?: string): (kept: Kept) => boolean {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  return ({ time }) => time >= first && time <= last;
}
