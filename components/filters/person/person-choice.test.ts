import { describe, expect, it } from 'vitest';
import { type PersonChoice, personChoice, personFilters } from './person-choice';

const ME = 'me@x.example';
const YOU = 'you@x.example';

describe('the question who has viewed or rated a call', () => {
  it.each<[PersonChoice, string | null, string | null]>([
    ['any', null, null],
    ['anyone', 'anyone', null],
    ['nobody', null, 'anyone'],
    ['me', ME, null],
    ['not me', null, ME],
    ['someone', YOU, null],
    ['not someone', null, YOU],
  ])('%s', (choice, by, notBy) => {
    expect(personChoice({ by, notBy }, ME)).toBe(choice);
    expect(personFilters(choice, { me: ME, someone: YOU })).toEqual({ by, notBy });
  });

  it('knows the same address in other letters', () => {
    expect(personChoice({ by: 'ME@x.example', notBy: null }, ME)).toBe('me');
  });

  it('is about somebody as long as nobody is me', () => {
    expect(personChoice({ by: ME, notBy: null }, null)).toBe('someone');
    expect(personFilters('not me', { me: null, someone: null })).toBeUndefined();
    expect(personFilters('someone', { me: ME, someone: null })).toBeUndefined();
  });
});
