import { breakdownResponseSchema } from '@/lib/call/answers/breakdown-responses';
import { conversationsResponseSchema } from '@/lib/call/answers/conversations-responses';
import {
  extractionFacetsResponseSchema,
  extractionResponseSchema,
} from '@/lib/call/answers/extraction-responses';
import {
  costsResponseSchema,
  facetsResponseSchema,
  patternsResponseSchema,
  timelineResponseSchema,
} from '@/lib/call/answers/index-responses';
import { usageResponseSchema } from '@/lib/call/answers/upstream-check';
import { breakdownCodecs } from '@/lib/call/query/routes/breakdown-query';
import { conversationsCodecs } from '@/lib/call/query/routes/conversations-query';
import { costsCodecs } from '@/lib/call/query/routes/costs-query';
import { extractionFacetsCodecs } from '@/lib/call/query/routes/extraction-query';
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
  getExtractionFacets: {
    method: 'GET',
    path: '/api/facets/extraction',
    summary: 'Extracted values with their counts',
    about:
      'For each key of fields what getFacets tells of others, counted with all filters but its own: the 200 most frequent values, how many calls have none, ranges and histograms of numbers, or of dates in milliseconds since 1970. A key that no call has has no values. Bars reach from the first to the last hundredth; the first and the last one take what lies beyond.',
    ...ASKED,
    query: extractionFacetsCodecs,
    answer: extractionFacetsResponseSchema,
  },
  getExtraction: {
    method: 'GET',
    path: '/api/extraction',
    summary: 'What the agents found out, by key',
    about:
      'Every key inside extraction, most often filled first, with its type, its most frequent values, and of its numbers the least, the largest and, by nearest rank, the median, of those in its unit or without one. The parts of an object have keys of their own, the values of a list stand at its key. Dates are texts with format date.',
    ...ASKED,
    answer: extractionResponseSchema,
  },
  getConversations: {
    method: 'GET',
    path: '/api/conversations',
    summary: 'How conversations went, over time and by group',
    about:
      'Each measure with its median and its 95th percentile by nearest rank, and the number of calls of which it is known: a call whose transcript was not read, or does not tell, counts in none. The help defines the measures. 409 transcripts_off where transcripts are not kept.',
    ...ASKED,
    query: conversationsCodecs,
    answer: conversationsResponseSchema,
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
