import { describe, expect, test } from 'vitest';
import { readRecord } from '@/lib/server/upstream/reading/record';
import { examine } from './examine';

/** The check over an upstream that filters as it is asked, or does not, and counts in ways of its own. */

type Kind = { type: string; mood: string };
type Page = { rows: readonly object[]; matching: number; all: number };
type Habits = {
  count: (page: Page) => number | undefined;
  ignores?: boolean;
  /** What the n-th newest of the calls is. */
  kindOf?: (n: number) => Kind;
};

const ALL = 400;
const NEWEST = Date.UTC(2026, 10, 20);
const everyThird = (n: number): Kind => ({
  type: n % 3 === 0 ? 'Outbound' : 'Inbound',
  mood: n % 5 === 0 ? 'cheerful' : 'neutral',
});

async function check({ count, ignores = false, kindOf = everyThird }: Habits) {
  const calls = Array.from({ length: ALL }, (_, n) => {
    const { type, mood } = kindOf(n);
    const created = new Date(NEWEST - n * 60_000).toISOString();
    const id = n.toString(16).padStart(24, 'e');
    return { id, type, status: 'Completed', created, extraction: { mood } };
  });
  const { findings, capabilities } = await examine({
    upstream: {
      async probe(path, { type, search, limit = '50', sort } = {}) {
        const isMatching = (call: (typeof calls)[number]) =>
          (type === undefined || call.type === type) &&
          (search === undefined || call.extraction.mood === search);
        const matching = ignores ? calls : calls.filter(isMatching);
        const inOrder = sort === 'asc' ? [...matching].reverse() : matching;
        const rows = inOrder.slice(0, Number(limit));
        const told = count({ rows, matching: matching.length, all: ALL });
        const body = { calls: rows, count: told, limit: Number(limit), offset: 0 };
        const status = path === '/calls' ? 200 : 404;
        return { status, body, form: 'json', headers: {}, ms: 1 };
      },
      getTranscript: () => Promise.reject(new Error('not asked here')),
      getRecording: () => Promise.reject(new Error('not asked here')),
    },
    read: (record) => readRecord(record, { whole: true, now: new Date(NEWEST) }),
    index: async () => ({ reason: 'There is no index here.' }),
    share: 0.5,
    signal: new AbortController().signal,
  });
  const told = (subject: string) => findings.find((each) => each.subject === subject);
  return { filter: told('Filter type'), search: told('Search'), honoured: capabilities.honoured };
}

describe('calls that match under a count', () => {
  test.each<[string, Habits['count']]>([
    ['that never changes', ({ all }) => all],
    ['of zero', () => 0],
  ])('%s are not told as ignored', async (_, count) => {
    const { filter, search, honoured } = await check({ count });
    expect(filter).toMatchObject({
      outcome: 'differs',
      detail: 'Only calls that match came, but the count does not follow the filter.',
    });
    expect(search).toMatchObject({
      outcome: 'differs',
      detail: 'Only calls that match came, but the count does not follow the search.',
    });
    expect(honoured).toMatchObject({ type: null, search: null });
  });

  test('of the page are not told as ignored', async () => {
    const { filter, honoured } = await check({ count: ({ rows }) => rows.length });
    expect(filter).toMatchObject({
      outcome: 'differs',
      detail: expect.stringMatching(/count does not follow/),
    });
    expect(honoured.type).toBeNull();
  });

  test.each<[string, Habits['count']]>([
    ['that is right', ({ matching }) => matching],
    ['that is left out', () => undefined],
  ])('%s are as documented', async (_, count) => {
    const { honoured } = await check({ count });
    expect(honoured).toMatchObject({ type: true, search: true });
  });

  test('of fewer than were read are too few', async () => {
    const { filter, honoured } = await check({
      count: ({ matching, all }) => (matching < all ? 110 : all),
    });
    expect(filter?.detail).toBe(
      'It finds 110 calls, although 134 of those read match. Such lists come from the index.',
    );
    expect(honoured.type).toBe(false);
  });
});

test.each<[string, Habits['count']]>([
  ['never changes', ({ all }) => all],
  ['is zero', () => 0],
  ['is that of the page', ({ rows }) => rows.length],
  ['is left out', () => undefined],
])('what is ignored shows in the calls where the count %s', async (_, count) => {
  const { filter, search, honoured } = await check({ count, ignores: true });
  expect(filter?.detail).toBe(
    'Ignored: calls that do not match came too. Such lists come from the index.',
  );
  expect(search?.detail).toMatch(/^Ignored/);
  expect(honoured).toMatchObject({ type: false, search: false });
});

describe('where the newest calls are all of one kind', () => {
  const kindOf = (n: number): Kind => ({ type: n < 150 ? 'Inbound' : 'Outbound', mood: 'neutral' });

  test('another kind is asked for', async () => {
    const count = ({ all }: Page) => all;
    expect((await check({ count, kindOf, ignores: true })).honoured.type).toBe(false);
    expect((await check({ count, kindOf })).honoured.type).toBeNull();
  });

  test('and nothing else is there to ask for, only a count can tell', async () => {
    const alone = (n: number): Kind => ({ ...kindOf(n), type: n < 150 ? 'Inbound' : '' });
    const unsaid = await check({ count: () => undefined, kindOf: alone, ignores: true });
    expect(unsaid.filter).toMatchObject({
      outcome: 'unknown',
      detail: 'The newest calls all match, so that nothing can be told.',
    });
    const counted = await check({ count: ({ matching }) => matching, kindOf: alone });
    expect(counted.honoured.type).toBe(true);
    const ignored = await check({ count: ({ all }) => all, kindOf: alone, ignores: true });
    expect(ignored.honoured.type).toBeNull();
  });
});
