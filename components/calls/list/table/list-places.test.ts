import { describe, expect, it } from 'vitest';
import { createListPlaces } from './list-places';

const shelfWith = (kept: string | null = null) => {
  const shelf = {
    kept,
    getItem: () => shelf.kept,
    setItem: (_: string, text: string) => {
      shelf.kept = text;
    },
  };
  return shelf;
};
const TOP = { id: 'a', index: 7, below: -12.5 };

describe('the places in lists', () => {
  it('are told apart by the list, and what is not named stays', () => {
    const places = createListPlaces(shelfWith());
    places.keep('statuses=<b>', { row: 'x' });
    places.keep('statuses=<b>', { top: TOP });
    places.keep('', { row: 'y' });
    expect(places.find('statuses=<b>')).toEqual({ top: TOP, row: 'x' });
    expect(places.find('')).toEqual({ top: null, row: 'y' });
    expect(places.find('statuses=')).toBeUndefined();
  });

  it('outlive the page once they are saved', () => {
    const shelf = shelfWith();
    const places = createListPlaces(shelf);
    places.keep('a=1', { top: TOP, row: 'x' });
    expect(createListPlaces(shelf).find('a=1')).toBeUndefined();
    places.save();
    expect(createListPlaces(shelf).find('a=1')).toEqual({ top: TOP, row: 'x' });
  });

  it('are not more than can be of use', () => {
    const places = createListPlaces(shelfWith());
    for (let at = 0; at < 30; at++) places.keep(`${at}`, { row: 'x' });
    places.keep('0', { row: 'y' });
    places.keep('new', {});
    expect(places.find('0')?.row).toBe('y');
    expect(places.find('1')).toBeUndefined();
    expect(places.find('2')).toBeDefined();
  });

  it.each([
    '{',
    '{}',
    'null',
    '[["a"]]',
    '[["a",null]]',
    '[["a",{"row":5,"top":null}]]',
    '[["a",{"row":null,"top":{"id":"x","index":0.5,"below":0}}]]',
    '[["a",{"row":null,"top":{"id":"x","index":1}}]]',
  ])('are none where somebody else has left %s', (kept) => {
    expect(createListPlaces(shelfWith(kept)).find('a')).toBeUndefined();
  });

  it('bear a browser that keeps nothing', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    const places = createListPlaces({ getItem: refuse, setItem: refuse });
    places.keep('a', { row: 'x' });
    places.save();
    expect(places.find('a')?.row).toBe('x');
  });
});
