import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressQuery, loadAddress } from '@/lib/url/address';
import {
  isModified,
  nameProblem,
  newViewId,
  openedAddress,
  type SavedView,
  tidyName,
  viewHref,
  viewPageOf,
  viewProblems,
  viewQuery,
} from './saved-view';

const load = (text: string) => loadAddress(new URLSearchParams(text));
const view = (change: Partial<SavedView> = {}): SavedView => ({
  id: 'v1',
  name: 'Missed',
  page: 'calls',
  query: '?statuses=Busy,No+answer&from=-7d',
  ...change,
});

describe('a view keeps', () => {
  it('filters, range, columns and sort of the list, and not what is open or where', () => {
    const address = load(
      'statuses=Busy&from=-7d&sort_by=duration&columns=status,from:200&limit=100&timezone=UTC&offset=50&call=abc&tab=raw&view=x&interval=week',
    );
    expect(viewQuery('calls', address)).toBe(
      '?statuses=Busy&from=-7d&sort_by=duration&timezone=UTC&limit=100&columns=status,from:200',
    );
  });

  it('what is asked of extracted values', () => {
    const address = load('x.lane.origin=Gary&min_x.rate=5&sort_by=x.rate&columns=status,x.rate');
    const query = viewQuery('calls', address);
    expect(query).toBe('?sort_by=x.rate&columns=status,x.rate&x.lane.origin=Gary&min_x.rate=5');
    expect(isModified(view({ query }), load('x.lane.origin=Elgin&min_x.rate=5'))).toBe(true);
    expect(viewQuery('costs', address)).toBe('?x.lane.origin=Gary&min_x.rate=5');
    expect(addressQuery(openedAddress(view(), address))).not.toContain('x.');
  });

  it('filters, range and how costs are cut on the cost page', () => {
    const address = load(
      'from=last-month&interval=week&group_by=model&compare=none&columns=status',
    );
    expect(viewQuery('costs', address)).toBe(
      '?from=last-month&interval=week&group_by=model&compare=none',
    );
  });

  it.each([
    ['/calls', 'calls'],
    ['/costs', 'costs'],
    ['/login', null],
    ['/constructor', null],
  ])('the page of %s', (path, page) => {
    expect(viewPageOf(path)).toBe(page);
  });
});

describe('isModified', () => {
  it.each([
    ['statuses=Busy,No+answer&from=-7d', false],
    ['statuses=No+answer,Busy&from=-7d', false],
    ['statuses=No+answer,Busy&from=-7d&offset=50&call=abc&tab=raw&view=v1&interval=hour', false],
    ['statuses=Busy,No+answer&from=-7d&sort=desc&limit=50', false],
    ['statuses=Busy&from=-7d', true],
    ['statuses=Busy,No+answer', true],
    ['statuses=Busy,No+answer&from=-30d', true],
    ['statuses=Busy,No+answer&from=-7d&sort=asc', true],
    ['statuses=Busy,No+answer&from=-7d&columns=status', true],
    ['statuses=Busy,No+answer&from=-7d&timezone=UTC', true],
    ['statuses=Busy,No+answer&from=-7d&search=x', true],
  ])('%s: %s', (text, modified) => {
    expect(isModified(view(), load(text))).toBe(modified);
  });

  it('counts the order of columns', () => {
    const two = view({ query: '?columns=status,from' });
    expect(isModified(two, load('columns=status,from'))).toBe(false);
    expect(isModified(two, load('columns=from,status'))).toBe(true);
  });

  it('looks on each page at what belongs to it', () => {
    const costs = view({ page: 'costs', query: '?from=-30d&interval=day' });
    expect(isModified(costs, load('from=-30d&interval=day&columns=status&sort=asc'))).toBe(false);
    expect(isModified(costs, load('from=-30d&interval=week'))).toBe(true);
  });

  it('is false right after saving, whatever the page shows', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.constantFrom('calls', 'costs'), (text, page) => {
        const address = load(text);
        const saved = view({ page, query: viewQuery(page, address) });
        expect(isModified(saved, address)).toBe(false);
        expect(isModified(saved, load(addressQuery(openedAddress(saved, address))))).toBe(false);
      }),
    );
  });
});

describe('opening', () => {
  it('shows the view and nothing of what was there', () => {
    const here = load('type=Inbound&offset=100&call=abc&tab=raw&columns=status');
    expect(addressQuery(openedAddress(view(), here))).toBe(
      '?statuses=Busy,No+answer&from=-7d&view=v1',
    );
  });

  it('keeps the columns of the list when a view of costs opens', () => {
    const costs = view({ page: 'costs', query: '?from=-30d' });
    expect(viewHref(costs, load('columns=status'))).toBe('/costs?from=-30d&view=v1&columns=status');
  });

  it('lets the page tell what it does not understand', () => {
    const odd = view({ query: '?from=-7d&colour=red&limit=zero' });
    expect(viewProblems(odd).map(({ field }) => field)).toEqual(['colour', 'limit']);
    const opened = new URLSearchParams(viewHref(odd, load('')).split('?')[1]);
    expect(Object.fromEntries(opened)).toEqual({
      from: '-7d',
      view: 'v1',
      colour: 'red',
      limit: 'zero',
    });
  });
});

describe('names', () => {
  const others = [view(), view({ id: 'v2', name: 'Zoë’s <b>calls</b> 📞' })];

  it.each(['', '   ', '\u200b\u200d', '\t\n'])('%j is none', (name) => {
    expect(nameProblem(name, [])).toMatch(/needs a name/);
  });

  it.each(['missed', ' MISSED ', 'Zoe\u0308’s  <b>calls</b> 📞'])('%j is taken', (name) => {
    expect(nameProblem(name, others)).toMatch(/already/);
  });

  it.each(['Missed 2', '<script>alert(1)</script>', '🔥', 'مكالمات فائتة', 'x'.repeat(200)])(
    '%j is free',
    (name) => {
      expect(nameProblem(name, others)).toBeUndefined();
    },
  );

  it('is as long as 200 characters', () => {
    expect(nameProblem('x'.repeat(201), [])).toMatch(/201/);
  });

  it('of a view itself is free for it, in other letters too', () => {
    expect(nameProblem('MISSED', others, others[0])).toBeUndefined();
    expect(nameProblem('MISSED', others, others[1])).toMatch(/already/);
  });

  it('are kept without what surrounds them', () => {
    expect(tidyName('  a \n b ')).toBe('a b');
  });
});

it('ids differ and fit into an address', () => {
  const ids = Array.from({ length: 100 }, newViewId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(load(`view=${id}`).view).toBe(id);
});
