import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropWriting, keepWriting, newWriting, startDraft, writingsOn } from './drafts';

let store: Map<string, string>;
let full: boolean;

beforeEach(() => {
  store = new Map();
  full = false;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new Error('full');
      store.set(key, value);
    },
    removeItem: (key: string) => store.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const KEY = 'callscope.draft.c1';
const texts = () => writingsOn('c1').map(({ content }) => content);

describe('drafts', () => {
  it('are kept by call, and forgotten when nothing is left of them', () => {
    const writing = { ...newWriting(), content: 'a' };
    expect(writing.id).toMatch(/^[0-9a-f]{24}$/);
    keepWriting('c1', writing);
    keepWriting('c1', { ...writing, content: 'ab' });
    expect(texts()).toEqual(['ab']);
    expect(writingsOn('c2')).toEqual([]);
    expect(writingsOn('c1')).toBe(writingsOn('c1'));
    keepWriting('c1', { ...writing, content: '' });
    expect(store.size).toBe(0);
  });

  it('begun elsewhere go on after a blank line', () => {
    startDraft('c1', '> at 0:12');
    startDraft('c1', '> at 1:30');
    expect(texts()).toEqual(['> at 0:12\n\n> at 1:30']);
  });

  it('that were handed over are not written on', () => {
    keepWriting('c1', { ...newWriting(), content: 'sent', sent: { by: 'a@x', since: 'then' } });
    keepWriting('c1', { id: 'n', kind: 'change', content: 'edited', flagged: false });
    startDraft('c1', 'new');
    expect(texts()).toEqual(['sent', 'edited', 'new']);
    dropWriting('c1', 'n');
    expect(texts()).toEqual(['sent', 'new']);
  });

  it('live on in the page when the browser is full', () => {
    const writing = { ...newWriting(), content: 'kept' };
    keepWriting('c1', writing);
    full = true;
    keepWriting('c1', { ...writing, content: 'kept, too' });
    expect(texts()).toEqual(['kept, too']);
    dropWriting('c1', writing.id);
    expect(texts()).toEqual([]);
  });

  it.each(['{', 'null', '{"id":1}', '[1,null,{"id":"x"}]'])('%s is no draft', (raw) => {
    store.set(KEY, raw);
    expect(texts()).toEqual([]);
  });
});
