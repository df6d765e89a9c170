import type { Call } from '@/lib/call/call';
import { CallscopeError } from '@/lib/server/errors';
import type { Clock } from './clock';
import { timeOf } from './fake.test-world';
import type { CallSource, SourceQuery } from './source';

/** How an upstream deviates from its documentation. */
export type Deviation = {
  from: 'inclusive' | 'exclusive' | 'ignored' | 'refused';
  to: 'inclusive' | 'exclusive' | 'ignored' | 'refused';
  /** Whole seconds only, in bounds. */
  coarse: boolean;
  /** The order of the list; `some` has single calls out of place. */
  order: 'newest' | 'some' | 'oldest' | 'any';
  paging: 'works' | 'ignored';
  /** No page is larger. */
  largest: number;
  count: 'right' | 'of the page' | 'of everything' | 'too small' | 'zero' | 'none';
};

export const AS_DOCUMENTED: Deviation = {
  from: 'inclusive',
  to: 'inclusive',
  coarse: false,
  order: 'newest',
  paging: 'works',
  largest: 2_000,
  count: 'right',
};

export type DeviatingSource = CallSource & { calls: Call[]; asked: number; before: () => void };

/** A list of calls that deviates; `calls` can change at any time. */
export function createDeviatingSource(
  calls: Call[],
  deviation: Deviation,
  clock: Clock,
): DeviatingSource {
  const source: DeviatingSource = {
    calls,
    asked: 0,
    before: () => undefined,
    busy: () => 0,
    transcript: async () => null,
    async page(query, signal) {
      signal.throwIfAborted();
      // So that who asks too much runs out of time.
      await clock.sleep(1, signal);
      source.asked += 1;
      source.before();
      if (isRefused(query, deviation))
        throw new CallscopeError('upstream_rejected', 'HappyRobot does not know this parameter.');
      const matching = source.calls.filter(isBetween(query, deviation)).sort(byRank(deviation));
      const offset = deviation.paging === 'works' ? query.offset : 0;
      if (deviation.paging === 'ignored' && query.offset > 0)
        throw new CallscopeError('upstream_ignores_paging', 'HappyRobot ignores the offset.');
      const most = Math.min(query.limit, deviation.largest);
      const page = matching.slice(offset, offset + most);
      const count =
        deviation.count === 'none'
          ? leastOf(offset, page.length, most)
          : countOf(deviation, offset, page.length, matching.length, source.calls.length);
      return { calls: page, rejected: [], count };
    },
  };
  return source;
}

function isRefused({ from, to }: SourceQuery, deviation: Deviation): boolean {
  return (
    (from !== null && deviation.from === 'refused') || (to !== null && deviation.to === 'refused')
  );
}

function isBetween({ from, to }: SourceQuery, deviation: Deviation): (call: Call) => boolean {
  const rough = (time: number) => (deviation.coarse ? Math.floor(time / 1_000) * 1_000 : time);
  const first = from === null || deviation.from === 'ignored' ? null : rough(Date.parse(from));
  const last = to === null || deviation.to === 'ignored' ? null : rough(Date.parse(to));
  return ({ created }) => {
    const time = timeOf(created);
    if (first !== null && (deviation.from === 'inclusive' ? time < first : time <= first))
      return false;
    return last === null || (deviation.to === 'inclusive' ? time <= last : time < last);
  };
}

function byRank({ order }: Deviation): (a: Call, b: Call) => number {
  const rank = (call: Call) => {
    const time = timeOf(call.created);
    const n = (Number.parseInt(call.id.slice(-8), 16) * 2_654_435_761) % 1_009;
    if (order === 'any') return n;
    if (order === 'oldest') return -time;
    return order === 'some' && n % 17 === 0 ? time + (n - 500) * 600_000 : time;
  };
  return (a, b) => rank(b) - rank(a) || (a.id < b.id ? 1 : -1);
}

/** What the client puts in place of a count: one more than came, unless the page is surely the last. */
function leastOf(offset: number, size: number, most: number): number {
  return offset + size + (size < Math.min(most, 10) ? 0 : 1);
}

function countOf(
  { count }: Deviation,
  offset: number,
  size: number,
  matching: number,
  all: number,
): number {
  if (count === 'of the page') return offset + size;
  if (count === 'of everything') return all;
  if (count === 'too small') return Math.floor(matching / 2);
  return count === 'zero' ? 0 : matching;
}
