import type { Sort } from '@/lib/call/query/filters';

/** Records made within one second may come in the order of something else, such as their ids. */
const EQUAL_MS = 1_000;
/** What is further out of its place than this does not come from another way of looking at the time. */
const MAX_DISORDER_MS = 60_000;
/** From this part of its steps on that lead the wrong way, a list is not merely untidy. */
const UNTIDY_SHARE = 0.2;
/** So many steps that all lead the wrong way are an order too. */
const FEWEST_STEPS = 3;

/** `loose`: in the order asked for, but for some; `broken`: not in it. `proven`: and not only by having one call. */
export type Order = 'proven' | 'kept' | 'loose' | 'broken';

/** How times, in milliseconds, follow the order asked for. */
export function orderOf(times: readonly number[], sort: Sort): Order {
  const sign = sort === 'asc' ? 1 : -1;
  let furthest = Number.NEGATIVE_INFINITY;
  let before: number | undefined;
  let [right, wrong, disorder] = [0, 0, 0];
  for (const time of times.map((each) => sign * each)) {
    disorder = Math.max(disorder, furthest - time);
    furthest = Math.max(furthest, time);
    const step = before === undefined ? 0 : time - before;
    if (step > EQUAL_MS) right += 1;
    if (step < -EQUAL_MS) wrong += 1;
    before = time;
  }
  if (wrong >= FEWEST_STEPS && right === 0) return 'broken';
  if (disorder <= MAX_DISORDER_MS) return right > wrong ? 'proven' : 'kept';
  return wrong > (right + wrong) * UNTIDY_SHARE ? 'broken' : 'loose';
}
