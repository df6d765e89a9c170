import { describe, expect, it } from 'vitest';
import { problem } from '@/lib/call/answers/problem-kinds';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { NextResponse } from '@/lib/call/answers/review-responses';
import type { CallRow } from '@/lib/call/call';
import { findPage } from './find-page';
import { neighborOf } from './neighbor';
import { ordinal } from './ordinal';
import { stepOf, stepOnPage } from './step';

const answer = (next: NextResponse['next'], left: number, complete = true): NextResponse => ({
  next,
  left,
  meta: {
    source: 'index',
    as_of: null,
    coverage: { from: null, to: null, complete, indexed: 3, upstream_count: 9, unreadable: 0 },
  },
});
const row = (id: string, ...raters: string[]): CallRow => ({
  id,
  type: 'Inbound',
  status: 'Completed',
  created: '2026-11-20T10:00:00Z',
  ratings: raters.map((email) => ({ emoji: '✅', email })),
});

describe('a step', () => {
  const here = { current: 'a', startsOver: false };
  it.each([
    ['goes on', answer({ id: 'b', offset: 7 }, 3), here, 'b', null],
    ['ends when all is done', answer(null, 0), here, undefined, /^Nothing is left/],
    ['ends at the end', answer(null, 2), here, undefined, /2 calls before it are not reviewed/],
    ['stays', answer({ id: 'a', offset: 7 }, 1), here, undefined, /the last one left/],
    [
      'does not start over for ever',
      answer(null, 1),
      { ...here, startsOver: true },
      undefined,
      /last/,
    ],
    ['tells what it does not know', answer(null, 0, false), here, undefined, /not read all calls/],
  ])('%s', (_, given, position, id, message) => {
    const step = stepOf(given, position);
    expect(step.to?.id).toBe(id);
    if (message === null) expect(step.message).toBeNull();
    else expect(step.message).toMatch(message);
    expect(step.isEnd ?? false).toBe(/end of the list/.test(step.message ?? ''));
  });

  it('goes over the page alone when the index cannot be asked', () => {
    const calls = [row('a'), row('b', 'x@x.example'), row('c', 'ME@x.example'), row('d')];
    const away = problem('index_unavailable', 'The disk is full.');
    const on = (current: string | null, by: string) => stepOnPage(calls, 50, current, by, away);
    expect(on('a', 'anyone').to).toEqual({ id: 'd', place: 53 });
    expect(on('a', 'me@x.example').to).toEqual({ id: 'b', place: 51 });
    expect(on(null, 'anyone').to).toEqual({ id: 'a', place: 50 });
    expect(on('d', 'anyone')).toMatchObject({
      to: null,
      message: expect.stringMatching(/No call/),
    });
    expect(on('a', 'anyone').message).toMatch(/only this page/);
  });
});

describe('the page of a call', () => {
  const find = (pages: Record<number, string[]>, place: number) =>
    findPage('x', place, {
      limit: 10,
      readPage: async (offset) =>
        pages[offset] && ({ calls: pages[offset].map((id) => row(id)) } as CallsResponse),
    });

  it('is the one at its place, or the one beside it', async () => {
    expect(await find({ 10: ['x'] }, 19)).toBe(10);
    expect(await find({ 10: ['a'], 20: ['x'] }, 19)).toBe(20);
    expect(await find({ 10: ['a'], 20: ['b'], 0: ['x'] }, 10)).toBe(0);
  });

  it('is not known where it is on none of them, or they cannot be read', async () => {
    expect(await find({ 0: ['a'], 10: ['b'] }, 3)).toBeNull();
    expect(await find({}, 3)).toBeNull();
  });
});

describe('the call beside another one', () => {
  const calls = ['a', 'b', 'c'].map((id) => ({ id }));
  it.each([
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['c', 1, undefined],
    ['a', -1, undefined],
    ['of the page before', 1, 'a'],
    ['of the page after', -1, 'c'],
  ] as const)('%s, %d: %s', (id, by, expected) => {
    expect(neighborOf(calls, id, by)?.id).toBe(expected);
  });

  it('is none on an empty page', () => {
    expect(neighborOf([], 'a', 1)).toBeUndefined();
  });
});

it('places have endings', () => {
  expect([1, 2, 3, 11, 12, 38, 1002].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '11th',
    '12th',
    '38th',
    '1,002nd',
  ]);
});
