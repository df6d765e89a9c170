import { NOBODY_REACHED_SECONDS, NOBODY_REACHED_STATUSES } from '@/lib/call/query/filters';

const statuses = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(
  NOBODY_REACHED_STATUSES,
);

/** What the words of the cost page mean: said here once, shown where they are used, and in the help. */
export const DEFINITIONS = {
  percentile: {
    term: 'Percentile',
    words:
      'By nearest rank: the calls stand in the order of their cost, and p95 is the cost of the first one that at least 95 of 100 calls do not exceed. It is what a call did cost, never a value between two calls. The median is p50. Calls without a cost stay out.',
  },
  outcome: {
    term: 'Outcome',
    words: 'What a call was classified as when it ended. A call need not have one.',
  },
  success: {
    term: 'Success',
    words:
      'A call with one of the outcomes that you chose to count. The cost per success is what all calls cost, the others too, divided by the successes.',
  },
  nobody_reached: {
    term: 'Nobody reached',
    words: `A call with the status ${statuses}, or one of less than ${NOBODY_REACHED_SECONDS} seconds, whatever its status. It has nothing to do with its outcome.`,
  },
  usual_price: {
    term: 'Usual price',
    words:
      'What calls without a cost may come to: as many times the cost per call of those in the same range that have one. It is in no total.',
  },
  each_time: {
    term: 'Each time',
    words:
      'What came in an hour of the week, divided by how often that hour came round: a month with five Thursdays is no Thursday business. Hours before the first known call and hours to come do not count; one that clocks repeat counts twice; what has hardly begun counts as one.',
  },
} as const satisfies Record<string, { term: string; words: string }>;

export type Defined = keyof typeof DEFINITIONS;
