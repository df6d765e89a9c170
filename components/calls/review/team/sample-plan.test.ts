import { describe, expect, it } from 'vitest';
import { loadAddress } from '@/lib/url/address';
import { movedByReview, sampledView, sampleLinks } from './sample-plan';

const NOW = new Date('2026-11-25T12:00:00Z');
const view = (query: string) =>
  sampledView(loadAddress(new URLSearchParams(query)), 'America/Chicago', NOW);
const asked = (path: string) =>
  Object.fromEntries(new URL(path, 'http://callscope').searchParams.entries());

const LAST_WEEK = {
  statuses: 'Transferred',
  from: '2026-11-16T06:00:00.000Z',
  to: '2026-11-23T05:59:59.999Z',
  timezone: 'America/Chicago',
};

describe('the links of a sample', () => {
  it('name the instants of a range, and nothing that is one person’s alone', () => {
    const shown = view(
      'statuses=Transferred&from=last-week&sort=asc&offset=50&call=abc&columns=status&sample=9&share=1/2',
    );
    const links = sampleLinks(shown, { people: 3, each: 50, same: false }, 150);
    expect(links.map(({ path }) => asked(path))).toEqual(
      ['1/3', '2/3', '3/3'].map((share) => ({ ...LAST_WEEK, sample: '150', share })),
    );
    expect(links.map(({ calls }) => calls)).toEqual([50, 50, 50]);
  });

  it('end now where the range has no end', () => {
    const [link] = sampleLinks(view(''), { people: 1, each: 5, same: false }, 5);
    expect(asked(link?.path ?? '')).toEqual({
      to: NOW.toISOString(),
      timezone: 'America/Chicago',
      sample: '5',
    });
  });

  it('are one and the same where everybody gets the same calls', () => {
    const links = sampleLinks(
      view('from=last-week&statuses=Transferred'),
      { people: 2, each: 50, same: true },
      50,
    );
    const same = { ...LAST_WEEK, sample: '50' };
    expect(links.map(({ path, calls }) => [asked(path), calls])).toEqual([
      [same, 50],
      [same, 50],
    ]);
  });

  it.each([
    [100, 3, [34, 33, 33]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
  ])('of %i calls for %i people have %j', (drawn, people, calls) => {
    const links = sampleLinks(view(''), { people, each: 50, same: false }, drawn);
    expect(links.map((link) => link.calls)).toEqual(calls);
  });
});

it('names the filters that reviewing itself changes', () => {
  const address = loadAddress(new URLSearchParams('rated=false&type=Inbound&not_rated_by=anyone'));
  expect(movedByReview(address)).toEqual(['rated', 'not_rated_by']);
});
