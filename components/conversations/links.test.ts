import { describe, expect, it } from 'vitest';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { loadAddress } from '@/lib/url/address';
import { barHref, measuredBucketHref, measuredGroupHref } from './links';
import { edgesOf, spreadBars } from './spread-bars';

const RANGE = { from: '2026-11-01T05:00:00.000Z', to: '2026-11-22T20:00:00.000Z' };
const address = (query: string) => loadAddress(new URLSearchParams(query));
const asked = (href: string | null) => {
  const url = new URL(href ?? '', 'http://x');
  return Object.fromEntries(url.searchParams);
};

describe('from a mark to its calls', () => {
  it('a bucket has the calls of which the measure is known, in the part of it that was counted', () => {
    const bucket = { start: '2026-11-22T00:00:00-06:00', end: '2026-11-23T00:00:00-06:00' };
    expect(asked(measuredBucketHref(address('tags=vip'), RANGE, bucket, 'silence'))).toEqual({
      tags: 'vip',
      min_silence: '0',
      from: '2026-11-22T06:00:00.000Z',
      to: '2026-11-22T20:00:00.000Z',
    });
    const narrow = address('min_silence=4&max_silence=9');
    expect(asked(measuredBucketHref(narrow, RANGE, bucket, 'silence'))).toMatchObject({
      min_silence: '4',
      max_silence: '9',
    });
  });

  it.each([
    ['silence', '', { from: 2, to: 4 }, { min_silence: '2', max_silence: '3.999' }],
    [
      'silence',
      'min_silence=3.5',
      { from: 2, to: 4 },
      { min_silence: '3.5', max_silence: '3.999' },
    ],
    ['silence', '', { from: 38, to: null }, { min_silence: '38' }],
    ['silence', 'max_silence=60', { from: 38, to: null }, { min_silence: '38', max_silence: '60' }],
    ['interruptions', '', { from: 0, to: 1 }, { min_interruptions: '0', max_interruptions: '0' }],
    [
      'talk_share',
      '',
      { from: 0.55, to: 0.6 },
      { min_talk_share: '0.55', max_talk_share: '0.5999' },
    ],
  ] as const)('a bar of %s at %j: %j', (measure, query, bar, expected) => {
    expect(asked(barHref(address(query), RANGE, measure, bar))).toEqual(expected);
  });

  it('a group has its calls, and the others all but the named ones', () => {
    const group = { grouping: 'agent' as const, keys: ['g1', null] };
    const of = (key: string | null) =>
      asked(measuredGroupHref(address(''), RANGE, { ...group, key }, 'tool_errors'));
    expect(of('g1')).toEqual({ agents: 'g1', min_tool_errors: '0' });
    expect(of(null)).toEqual({ not_agents: 'g1', min_tool_errors: '0' });
    expect(asked(measuredGroupHref(address(''), RANGE, { ...group, key: 'g1' }))).toEqual({
      agents: 'g1',
    });
  });
});

describe('bars', () => {
  const bars = (
    measure: 'interruptions' | 'silence' | 'talk_share',
    width: number,
    count: number,
  ) => {
    const histogram = Array.from({ length: count }, (_, at) => ({
      from: at * width,
      to: (at + 1) * width,
      count: at,
    }));
    const histograms = { [measure]: histogram };
    return spreadBars({ histograms } as unknown as ConversationsResponse, measure);
  };

  it('of counts are told one by one', () => {
    const found = bars('interruptions', 1, 3);
    expect(found.map(({ label }) => label)).toEqual(['0', '1', '2']);
    expect(edgesOf(found, 'interruptions')).toEqual(['0', '1', '2', '3']);
  });

  it('end with everything beyond, but for the talk share, which has an end', () => {
    expect(bars('silence', 2, 20).at(-1)).toMatchObject({
      kind: 'open',
      to: null,
      label: '38 s and more',
    });
    expect(bars('talk_share', 0.05, 20).at(-1)).toMatchObject({
      kind: 'bar',
      to: null,
      label: '95% – 100%',
    });
    expect(bars('silence', 2, 3).at(-1)).toMatchObject({ kind: 'bar', to: 6 });
  });
});
