import { extractedQuestions } from './extracted';
import type { IndexQuestion } from './question';
import { BENCH_PHRASES, benchWord, FREQUENT_PHRASES, FREQUENT_WORDS } from './said-words';

/** Excludes nothing and can only be answered by the index. */
const INDEX = 'not_providers=nobody';
const STATUSES = ['Completed', 'Busy', 'No answer', 'Failed', 'Transferred'] as const;
const GROUPINGS = ['use_case', 'model', 'campaign', 'agent', 'status', 'tag'] as const;
const DAY = 86_400_000;

/** The questions that are measured, with their targets. Ranges move by a minute each time they are asked. */
export function indexQuestions(calls: number, someId: string, now: number): IndexQuestion[] {
  const from = (days: number, round: number) =>
    `from=${new Date(now - days * DAY - round * 60_000).toISOString()}`;
  const far = Math.floor(calls / 2);
  const pick = <T>(all: readonly T[], round: number): T | undefined => all[round % all.length];
  const status = (round: number) => encodeURIComponent(pick(STATUSES, round) ?? '');
  const page = (query: string) => `/api/calls?limit=50&${INDEX}&${query}`;
  const phrase = (words = '') => encodeURIComponent(`"${words}"`);
  const costs = (round: number, grouping: string) =>
    `/api/costs?${from(120, round)}&group_by=${grouping}&interval=day`;
  return [
    {
      name: 'facets, unfiltered',
      target: 120,
      paths: (round) => [`/api/facets?${from(5000, round)}`],
    },
    {
      name: 'facets, filtered',
      target: 80,
      paths: (round) => [`/api/facets?type=Inbound&statuses=${status(round)}&${from(90, round)}`],
    },
    {
      name: 'totals, series and one grouping',
      target: 120,
      paths: (round) => [costs(round, pick(GROUPINGS, round) ?? 'none')],
    },
    {
      name: 'cost page, all at once',
      target: 250,
      paths: (round) => [
        `${costs(round, pick(GROUPINGS, round) ?? 'none')}&compare=previous`,
        costs(round, 'classification'),
        `/api/costs/patterns?${from(120, round)}&timezone=America/Chicago`,
        page(`sort_by=total_cost&has_cost=true&${from(120, round)}`),
        `/api/facets?${from(120, round)}`,
      ],
    },
    {
      name: '50 calls at offset 0',
      target: 30,
      paths: (round) => [page(from(5000, round))],
    },
    {
      name: '50 calls by cost',
      target: 60,
      paths: (round) => [page(`sort_by=total_cost&${from(5000, round)}`)],
    },
    {
      name: `50 calls at offset ${far.toLocaleString('en-US')}`,
      target: 60,
      paths: (round) => [page(`offset=${far}&${from(5000, round)}`)],
    },
    {
      name: 'substring search',
      target: 120,
      paths: (round) => [page(`search=${encodeURIComponent(String(5_550_100 + round))}`)],
    },
    {
      name: 'next unreviewed call',
      target: 60,
      paths: (round) => [`/api/calls/next?after=${someId}&${from(5000, round)}`],
    },
    {
      name: 'progress of the review',
      target: 30,
      paths: (round) => [`/api/review?reviewer=a@x.example&${from(5000, round)}`],
    },
    {
      name: 'said: a rare word',
      target: 60,
      paths: (round) => [page(`said=${benchWord(9_000 + round)}&${from(5000, round)}`)],
    },
    {
      name: 'said: a frequent word',
      target: 150,
      paths: (round) => [page(`said=${pick(FREQUENT_WORDS, round)}&${from(5000, round)}`)],
    },
    {
      name: 'said: a frequent word, of inbound calls',
      target: 150,
      paths: (round) => [
        page(`said=${pick(FREQUENT_WORDS, round)}&type=Inbound&${from(90, round)}`),
      ],
    },
    {
      name: 'said: a phrase',
      target: 200,
      paths: (round) => [page(`said=${phrase(pick(BENCH_PHRASES, round))}&${from(5000, round)}`)],
    },
    {
      name: 'said: a phrase that everybody says',
      target: 200,
      paths: (round) => [
        page(`said=${phrase(pick(FREQUENT_PHRASES, round))}&${from(5000, round)}`),
      ],
    },
    ...extractedQuestions(from),
    { name: 'one call by its id', target: 30, paths: () => [`/api/calls/${someId}`] },
  ];
}
