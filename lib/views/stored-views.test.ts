import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VIEW_PAGES } from './saved-view';
import { parseViews, serializeViews } from './stored-views';

const view = { id: 'a1', name: 'Missed', page: 'calls' as const, query: '?from=-7d' };

describe('stored views', () => {
  const views = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-f0-9]{16}$/),
      name: fc
        .string({ minLength: 1, maxLength: 50, unit: 'grapheme' })
        .filter((name) => name.trim() !== '' && name.length <= 200),
      page: fc.constantFrom(...VIEW_PAGES),
      query: fc.webQueryParameters().map((text) => (text === '' ? '' : `?${text}`)),
    }),
    { selector: ({ id }) => id },
  );

  it('are read as they were written', () => {
    fc.assert(
      fc.property(views, fc.array(fc.string()), (list, unreadable) => {
        const stored = { views: list, unreadable };
        expect(parseViews(serializeViews(stored))).toEqual(stored);
      }),
    );
  });

  it('are none where nothing was kept', () => {
    expect(parseViews(null)).toEqual({ views: [], unreadable: [] });
  });

  it.each(['', '{', 'null', '[]', '"views"', '{"views":{}}', '{"views":[],"unreadable":[1]}'])(
    'set %j aside',
    (text) => {
      expect(parseViews(text)).toEqual({ views: [], unreadable: [text] });
    },
  );

  it.each([
    null,
    'text',
    {},
    { ...view, name: '' },
    { ...view, name: 'x'.repeat(201) },
    { ...view, page: 'login' },
    { ...view, query: 'javascript:alert(1)' },
    { ...view, query: '//elsewhere.example' },
    { ...view, id: '../x' },
    { ...view, id: 7 },
  ])('set a damaged one aside and keep the others: %j', (damaged) => {
    const other = { ...view, id: 'b2' };
    const text = JSON.stringify({ views: [other, damaged] });
    expect(parseViews(text)).toEqual({ views: [other], unreadable: [JSON.stringify(damaged)] });
  });

  it('set the second one with an id aside', () => {
    const twin = { ...view, name: 'Twin' };
    expect(parseViews(JSON.stringify({ views: [view, twin] }))).toEqual({
      views: [view],
      unreadable: [JSON.stringify(twin)],
    });
  });

  it('keep what is damaged through any number of changes', () => {
    const once = parseViews('{"views":[{"id":"x"}]}');
    const twice = parseViews(serializeViews({ ...once, views: [view] }));
    expect(twice).toEqual({ views: [view], unreadable: ['{"id":"x"}'] });
  });

  it('keep fields of a later version', () => {
    const later = { ...view, colour: 'red' };
    expect(serializeViews(parseViews(JSON.stringify({ views: [later] })))).toContain('"colour"');
  });

  it('never throw and lose nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const { views: read, unreadable } = parseViews(text);
        expect(read.length + unreadable.length).toBeGreaterThan(0);
      }),
    );
  });
});
