import { breakdownResponseSchema } from '@/lib/call/answers/breakdown-responses';
import {
  costsResponseSchema,
  facetsResponseSchema,
  patternsResponseSchema,
  timelineResponseSchema,
} from '@/lib/call/answers/index-responses';
import { usageResponseSchema } from '@/lib/call/answers/upstream-check';
import { breakdownCodecs } from '@/lib/call/query/breakdown-query';
import { costsCodecs } from '@/lib/call/query/costs-query';
import { ALL_FILTERS, type ApiRoutes, INDEX_PROBLEMS } from '../route';

/** All of these are answered by the index, of calls that match the filters. */
const ASKED = { access: 'read', filters: ALL_FILTERS, problems: INDEX_PROBLEMS } as const;

export const FIGURE_ROUTES = {
  getFacets: {
    method: 'GET',
    path: '/api/facets',
    summary: 'Every value that can be filtered by, with its count',
    about: 'Each list is counted with all filters but its own, most frequent first.',
    ...ASKED,
    answer: facetsResponseSchema,
  },
  getTimeline: {
    method: 'GET',
    path: '/api/timeline',
    summary: 'Calls over time by status',
    ...ASKED,
    query: { interval: costsCodecs.interval },
    answer: timelineResponseSchema,
  },
  getCosts: {
    method: 'GET',
    path: '/api/costs',
    summary: 'What calls cost, over time and by group',
    about:
      'A call without a cost is counted in calls_without_cost and stays out of the averages: a missing cost is not zero. Whole months and weeks are compared with those before, running ones with the same part of them, a day with the same weekday, other ranges with as many days; periods says which. A range that ends where the next day, week or month begins counts as the whole of it. Where calls are known from later on only, known_from says since when, and previous is null.',
    ...ASKED,
    query: costsCodecs,
    answer: costsResponseSchema,
  },
  getCostBreakdown: {
    method: 'GET',
    path: '/api/costs/breakdown',
    summary: 'What groups of calls cost now and before, and what they came to',
    about:
      'Groups are the 20 most expensive of either period and all others as one; with an interval the answer has them over time too.',
    ...ASKED,
    query: breakdownCodecs,
    answer: breakdownResponseSchema,
  },
  getCostPatterns: {
    method: 'GET',
    path: '/api/costs/patterns',
    summary: 'When calls are made, and what single calls cost',
    ...ASKED,
    answer: patternsResponseSchema,
  },
  getUsage: {
    method: 'GET',
    path: '/api/usage',
    summary: 'What HappyRobot counted this month, beside the index',
    access: 'read',
    answer: usageResponseSchema,
    problems: [],
  },
} as const satisfies ApiRoutes;
