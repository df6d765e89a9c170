import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExtractedFilters,
  extractedBound,
  extractedConditions,
  extractedFilterKeys,
  isExtractedKey,
  keyOfPath,
  orExtracted,
  pathOfKey,
} from './extracted';
import { extractedFiltersArbitrary, hostileKey } from './extracted.test-world';
import type { CallsQuery } from './filters';
import { needsIndex } from './needs-index';
import { parseCallsQuery } from './parse-query';
import { callsQueryParams } from './query';

const parse = (text: string) => parseCallsQuery(new URLSearchParams(text));

describe('keys', () => {
  it('have one spelling, whatever the names are', () => {
    const path = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(path, (names) => {
        const key = keyOfPath(names);
        expect(pathOfKey(key)).toEqual(names);
        expect(key).not.toContain(',');
        expect(isExtractedKey(key)).toBe(key !== '' && key.length <= 300);
      }),
    );
  });

  it.each([
    ['rate', ['rate']],
    ['lane.origin', ['lane', 'origin']],
    ['a%2Eb', ['a.b']],
    ['a%2Cb', ['a,b']],
    ['a%252Eb', ['a%2Eb']],
    ['100%', ['100%']],
    ['__proto__', ['__proto__']],
    ['a..b', ['a', '', 'b']],
  ])('%s is %j', (key, path) => {
    expect(isExtractedKey(key)).toBe(true);
    expect(pathOfKey(key)).toEqual(path);
  });

  it.each(['', 'a,b', 'a%2eb', 'a%2cb', `a${'b'.repeat(300)}`])('%j is none', (key) => {
    expect(isExtractedKey(key)).toBe(false);
  });
});

describe('filters on extracted values', () => {
  it.each<[string, CallsQuery]>([
    ['x.lane.origin=Chicago%252C IL,Gary', { 'x.lane.origin': ['Chicago, IL', 'Gary'] }],
    ['not_x.equipment=reefer', { 'not_x.equipment': ['reefer'] }],
    ['x.equipment=(none)', { 'x.equipment': ['(none)'] }],
    ['min_x.rate=1000&max_x.rate=$1,250.00', { 'min_x.rate': 1000, 'max_x.rate': 1250 }],
    ['min_x.temp=-10&max_x.temp=-5', { 'min_x.temp': -10, 'max_x.temp': -5 }],
    [
      'min_x.eta=2026-11-30&max_x.eta=2026-11-30',
      { 'min_x.eta': '2026-11-30', 'max_x.eta': '2026-11-30' },
    ],
    [
      'min_x.eta=2026-11-30T18:00:00Z&max_x.eta=2026-11-30',
      { 'min_x.eta': '2026-11-30T18:00:00Z', 'max_x.eta': '2026-11-30' },
    ],
    [
      'min_x.eta=2026-11-30T18:00&max_x.eta=2026-11-30T18:00Z',
      { 'min_x.eta': '2026-11-30T18:00', 'max_x.eta': '2026-11-30T18:00Z' },
    ],
    ['x.city=Cafe\u0301,Caf\u00e9', { 'x.city': ['Caf\u00e9'] }],
    ['has_x.booking=false', { 'has_x.booking': false }],
    ['x.a%252Eb=1', { 'x.a%2Eb': ['1'] }],
    ['x.__proto__=1&has_x.constructor=true', { 'x.__proto__': ['1'], 'has_x.constructor': true }],
    ['sort_by=x.lane.origin', { sort_by: 'x.lane.origin' }],
  ])('%s', (text, query) => {
    expect(parse(text)).toEqual({ query, problems: [] });
  });

  it.each([
    ['x.=1', 'x.', /no key/],
    ['x.a%252eb=1', 'x.a%2eb', /no key/],
    ['x.a,b=1', 'x.a,b', /no key/],
    ['y.rate=1', 'y.rate', /not a known parameter/],
    ['X.rate=1', 'X.rate', /not a known parameter/],
    ['x.rate=', 'x.rate', /is empty/],
    ['x.rate=1&x.rate=2', 'x.rate', /more than once/],
    ['min_x.rate=cheap', 'min_x.rate', /must be a number .* or a date/],
    ['min_x.due=2026-02-31', 'min_x.due', /must be/],
    ['max_x.due=2026-02-31T10:00Z', 'max_x.due', /must be/],
    ['min_x.rate=2026-02-99', 'min_x.rate', /must be/],
    ['has_x.rate=yes', 'has_x.rate', /true or false/],
    ['min_x.rate=2000&max_x.rate=1000', 'max_x.rate', /is below min_x.rate/],
    ['min_x.eta=2026-12-01&max_x.eta=2026-11-30', 'max_x.eta', /is below min_x.eta/],
    ['min_x.eta=2026-12-01&max_x.eta=5', 'max_x.eta', /not of the same kind/],
    ['sort_by=x.', 'sort_by', /must be one of .*, or x\. and the key/],
    ['sort_by=rate', 'sort_by', /must be one of/],
  ])('names what is wrong with %s', (text, field, message) => {
    const { problems } = parse(text);
    expect(problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(extractedFiltersArbitrary, (query) => {
        const written = callsQueryParams(query).toString();
        expect(parse(written)).toEqual({ query, problems: [] });
        expect(needsIndex(query)).toBe(extractedFilterKeys(query).length > 0);
      }),
    );
  });

  it('are the conditions of their keys, all of them', () => {
    fc.assert(
      fc.property(extractedFiltersArbitrary, (query) => {
        const back: ExtractedFilters = {};
        for (const { key, any, none, min, max, has } of extractedConditions(query))
          Object.assign(back, {
            ...(any && { [`x.${key}`]: any }),
            ...(none && { [`not_x.${key}`]: none }),
            ...(min !== undefined && { [`min_x.${key}`]: min }),
            ...(max !== undefined && { [`max_x.${key}`]: max }),
            ...(has !== undefined && { [`has_x.${key}`]: has }),
          });
        expect(back).toEqual(query);
      }),
    );
  });

  it('beside words can be any extracted value', () => {
    const codec = orExtracted(['none', 'model']);
    expect(codec.decode('model')).toEqual({ value: 'model' });
    expect(codec.decode('x.lane')).toEqual({ value: 'x.lane' });
    fc.assert(
      fc.property(hostileKey, (key) => {
        expect(codec.decode(codec.encode(`x.${key}`))).toEqual({ value: `x.${key}` });
      }),
    );
    for (const text of ['x.', 'x.a,b', 'lane', ''])
      expect(codec.decode(text)).toHaveProperty('problem');
  });

  it.each([
    ['1,250', 1250],
    ['-0', 0],
    ['−5.5', -5.5],
    ['€ 3', undefined],
    ['1e3', undefined],
    ['2026-11-30T08:00:00-06:00', '2026-11-30T08:00:00-06:00'],
  ])('a bound of %s is %s', (text, value) => {
    const outcome = extractedBound.decode(text);
    expect('value' in outcome ? outcome.value : undefined).toBe(value);
  });
});
