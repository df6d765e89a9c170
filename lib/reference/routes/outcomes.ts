import {
  outcomeFieldsResponseSchema,
  outcomePairsResponseSchema,
  outcomesResponseSchema,
  outcomeValuesResponseSchema,
} from '@/lib/call/answers/outcomes-responses';
import {
  outcomeFieldsCodecs,
  outcomePairsCodecs,
  outcomesCodecs,
  outcomeValuesCodecs,
} from '@/lib/call/query/routes/outcomes-query';
import { ALL_FILTERS, type ApiRoutes, INDEX_PROBLEMS } from '../route';

/** All of these are answered by the index, of calls that match the filters. */
const ASKED = { access: 'read', filters: ALL_FILTERS, problems: INDEX_PROBLEMS } as const;

export const OUTCOME_ROUTES = {
  getOutcomes: {
    method: 'GET',
    path: '/api/outcomes',
    summary: 'What calls came to, over time and by group',
    about:
      'Of the calls, how many reached somebody, and how many of those came to an outcome of each success in successes; the 20 most frequent outcomes, by bucket and by group. group_by takes x. and a key, too.',
    ...ASKED,
    query: outcomesCodecs,
    answer: outcomesResponseSchema,
  },
  getOutcomeFields: {
    method: 'GET',
    path: '/api/outcomes/fields',
    summary: 'How often each extracted value is filled, and what is filled less often than before',
    about:
      'Of calls that reached somebody. A fall is that of the newest full week against the eight weeks before it by a one-sided two-proportion z-test, at 1% after Holm for all keys, of at least five points; fewer than 30 calls in a period, or fewer than five expected with or without a value, tell nothing. With field, detail has the most frequent values of that key and its filling by model and language.',
    ...ASKED,
    query: outcomeFieldsCodecs,
    answer: outcomeFieldsResponseSchema,
  },
  getOutcomePairs: {
    method: 'GET',
    path: '/api/outcomes/pairs',
    summary: 'The numbers under two keys against each other',
    about:
      'Up to 5,000 points, each with how many calls have these numbers, and its id where it is one; beyond, cells of two bins with a count each, whose ends are those that min_x. and max_x. take. Numbers of each key are in one unit, as in values. The correlation is Pearson’s, of calls with one number of each.',
    ...ASKED,
    query: outcomePairsCodecs,
    answer: outcomePairsResponseSchema,
  },
  getOutcomeValues: {
    method: 'GET',
    path: '/api/outcomes/values',
    summary: 'What the numbers under a key come to, over time and by group',
    about:
      'Sum, mean and, by nearest rank, median and percentiles of the numbers that the matching calls have under the key. Units are not mixed: the most frequent one counts, with numbers that name none; other_units tells how many numbers were left out, with those of the period before where one is compared. With an interval the answer has them over time, too.',
    ...ASKED,
    query: outcomeValuesCodecs,
    answer: outcomeValuesResponseSchema,
  },
} as const satisfies ApiRoutes;
