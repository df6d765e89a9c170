import type { Call } from '@/lib/call/call';
import type { IndexQuestion } from './question';

/** An account has so many keys, and each call so many of them. */
const KEYS = 30;
const KEYS_OF_CALL = 8;
/** Every third key is a number, every sixth an id of its own on each call, every tenth a day; the others are words. */
const NUMBER_EVERY = 3;
const ID_EVERY = 6;
const DAY_EVERY = 10;
const DAY = 86_400_000;

/** The call with what was found out on it, the same for the same number. */
export function withExtraction(call: Call, number: number): Call {
  const first = hash(number) % KEYS;
  const keys = Array.from({ length: KEYS_OF_CALL }, (_, at) => (first + at) % KEYS);
  const extraction = Object.fromEntries(
    keys.map((key) => [nameOf(key), madeFor(key, hash(number * KEYS + key), number)]),
  );
  return { ...call, extraction };
}

function nameOf(key: number): string {
  return `key_${key}`;
}

function madeFor(key: number, random: number, number: number): unknown {
  if (key % DAY_EVERY === 1)
    return new Date(Date.UTC(2026, 0, 1) + (random % 300) * DAY).toISOString().slice(0, 10);
  if (key % ID_EVERY === 2) return `LD-${number}`;
  if (key % NUMBER_EVERY === 0) return (random % 4) * 10 + 500 + (random % 700) * 5;
  if (key % NUMBER_EVERY === 1) return `Carrier ${random % 2000} LLC`;
  return ['Dry van', 'Reefer', 'Flatbed', 'Step deck', 'Power only'][random % 5];
}

/** Numbers that look like dice, the same in every run. */
function hash(number: number): number {
  return Math.imul(number ^ (number >>> 15), 0x2c1b3c6d) >>> 8;
}

/** What is asked of extracted values; `from` is a range that moves by a minute each time. */
export function extractedQuestions(from: (days: number, round: number) => string): IndexQuestion[] {
  const range = (round: number) => from(5000, round);
  const page = (query: string, round: number) => `/api/calls?limit=50&${query}&${range(round)}`;
  return [
    {
      name: 'facet of a key',
      target: 60,
      paths: (round) => [`/api/facets/extraction?fields=key_5&${range(round)}`],
    },
    {
      name: 'range and histogram of a key',
      target: 60,
      paths: (round) => [`/api/facets/extraction?fields=key_3&${range(round)}`],
    },
    {
      name: 'facets, filtered by two keys',
      target: 150,
      paths: (round) => [`/api/facets?x.key_5=Reefer&min_x.key_3=${600 + round}&${range(round)}`],
    },
    {
      name: '50 calls by a key',
      target: 80,
      paths: (round) => [page('sort_by=x.key_3', round)],
    },
    {
      name: 'costs by a key',
      target: 120,
      paths: (round) => [`/api/costs/breakdown?group_by=x.key_5&${range(round)}`],
    },
    {
      name: 'what was found out, by key',
      target: 400,
      paths: (round) => [`/api/extraction?${range(round)}`],
    },
  ];
}
