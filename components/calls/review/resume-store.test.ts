import { describe, expect, it } from 'vitest';
import { createResumeStore } from './resume-store';

function shelf(before: string | null = null) {
  let kept = before;
  return {
    getItem: () => kept,
    setItem: (_: string, text: string) => {
      kept = text;
    },
  };
}

const mark = (call: string) => ({ call, place: 3, count: 9 });

describe('bookmarks', () => {
  it('are kept for each view, the last one of it', () => {
    const store = createResumeStore(shelf());
    store.keep('?a', mark('1'));
    store.keep('?b', mark('2'));
    store.keep('?a', mark('3'));
    expect(store.find('?a')).toMatchObject(mark('3'));
    expect(store.find('?b')).toMatchObject(mark('2'));
    expect(store.find('?c')).toBeUndefined();
  });

  it('are of thirty views at most, those not seen for longest forgotten first', () => {
    const store = createResumeStore(shelf());
    for (let view = 0; view < 40; view += 1) store.keep(`?${view}`, mark('1'));
    store.keep('?10', mark('2'));
    store.keep('?new', mark('1'));
    expect(store.find('?10')).toBeDefined();
    expect(store.find('?9')).toBeUndefined();
    expect(store.find('?11')).toBeUndefined();
    expect(store.find('?12')).toBeDefined();
    store.keep(`?${'x'.repeat(3000)}`, mark('1'));
    expect(store.find(`?${'x'.repeat(3000)}`)).toBeUndefined();
  });

  it.each([
    'nonsense',
    '{}',
    'null',
    '[null, 1, {"view":"?a"}]',
    '[{"view":"?a","call":"1","place":-1,"count":2}]',
    '[{"view":"?a","call":1,"place":1,"count":2}]',
  ])('are none where %s was left', (text) => {
    const store = createResumeStore(shelf(text));
    expect(store.find('?a')).toBeUndefined();
    store.keep('?a', mark('1'));
    expect(store.find('?a')).toMatchObject(mark('1'));
  });

  it('are not kept by a browser that keeps nothing', () => {
    const refuse = () => {
      throw new Error('no');
    };
    const store = createResumeStore({ getItem: refuse, setItem: refuse });
    expect(() => store.keep('?a', mark('1'))).not.toThrow();
    expect(store.find('?a')).toBeUndefined();
  });
});
