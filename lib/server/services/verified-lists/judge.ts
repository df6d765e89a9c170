import { hasOwnTime } from '@/lib/call/odd/odd';
import { UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import type { HeldKind } from '@/lib/server/services/connection/capabilities';
import type { UpstreamPage, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { orderOf } from './order';
import { isLetThrough, timeOf } from './row';

/** What a page shows of whether HappyRobot did what it was asked. */
export type Verdict = {
  /** What it did not do: calls came that do not match, or in another order. */
  broken: HeldKind[];
  /** Some calls are out of their place, in a list that is otherwise in order. */
  isLoose: boolean;
  /** Filters that every call could be held to, and passed; an order that shows. */
  passed: HeldKind[];
};

type Judged = Pick<UpstreamPage, 'calls'> & {
  /** Fields that could not be read: nothing is held against them. */
  odd?: readonly { id: string; fields: readonly string[] }[];
};

/** Holds a page to its question. */
export function judge(query: UpstreamQuery, { calls, odd = [] }: Judged): Verdict {
  const oddOf = new Map(odd.map(({ id, fields }) => [id, fields]));
  const verdict: Verdict = { broken: [], isLoose: false, passed: [] };
  for (const key of UPSTREAM_FILTER_KEYS) {
    if (query[key] === undefined || calls.length === 0) continue;
    let isSure = true;
    // The first call that does not match says it all.
    const isBroken = calls.some((call) => {
      const told = isLetThrough(key, call, query, oddOf.get(call.id));
      isSure &&= told !== null;
      return told === false;
    });
    if (isBroken) verdict.broken.push(key);
    else if (isSure) verdict.passed.push(key);
  }
  const { sort = 'desc' } = query;
  const dated = calls.filter(
    (call) => hasOwnTime(call) && !oddOf.get(call.id)?.includes('created'),
  );
  const order = orderOf(dated.map(timeOf), sort);
  if (order === 'broken') verdict.broken.push(`sort_${sort}`);
  if (order === 'proven') verdict.passed.push(`sort_${sort}`);
  return { ...verdict, isLoose: order === 'loose' };
}

/** What a question asks HappyRobot for, as it can be held to it. */
export function kindsOf({ sort = 'desc', ...query }: UpstreamQuery): HeldKind[] {
  return [...UPSTREAM_FILTER_KEYS.filter((key) => query[key] !== undefined), `sort_${sort}`];
}
