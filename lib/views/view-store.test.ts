import { describe, expect, it, vi } from 'vitest';
import type { SavedView } from './saved-view';
import { LOCAL_VIEWS_KEY, localViewStore } from './view-store';

const view: SavedView = { id: 'a1', name: 'Missed', page: 'calls', query: '?from=-7d' };

/** Two tabs of one browser: one storage, and each hears of what the other one does. */
function createBrowser() {
  const items = new Map<string, string>();
  const tabs: ((event: StorageEvent) => void)[][] = [];
  const tab = () => {
    const heard: ((event: StorageEvent) => void)[] = [];
    tabs.push(heard);
    const tell = (key: string | null) => {
      for (const other of tabs.filter((each) => each !== heard))
        for (const listener of other) listener({ key } as StorageEvent);
    };
    const localStorage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, text: string) => {
        items.set(key, text);
        tell(key);
      },
    } as Storage;
    return {
      localStorage,
      addEventListener: (_: string, listener: unknown) => {
        heard.push(listener as (event: StorageEvent) => void);
      },
      removeEventListener: (_: string, listener: unknown) => {
        heard.splice(heard.indexOf(listener as (event: StorageEvent) => void), 1);
      },
    };
  };
  return { items, tab };
}

const add =
  (added: SavedView) =>
  (stored: { views: readonly SavedView[]; unreadable: readonly string[] }) => ({
    ...stored,
    views: [...stored.views, added],
  });

describe('the views of a browser', () => {
  it('are the same object until they change', async () => {
    const store = localViewStore(createBrowser().tab());
    const before = store.read();
    expect(store.read()).toBe(before);
    expect(await store.change(add(view))).toEqual({ kept: true });
    expect(store.read()).not.toBe(before);
    expect(store.read().views).toEqual([view]);
  });

  it('are seen by two tabs, and a change builds on what the other one did', async () => {
    const browser = createBrowser();
    const [one, two] = [localViewStore(browser.tab()), localViewStore(browser.tab())];
    const notify = vi.fn();
    const stop = two.subscribe(notify);
    await one.change(add(view));
    expect(notify).toHaveBeenCalledTimes(1);
    await two.change(add({ ...view, id: 'b2' }));
    expect(notify).toHaveBeenCalledTimes(2);
    expect(one.read().views.map(({ id }) => id)).toEqual(['a1', 'b2']);
    stop();
    await one.change(add({ ...view, id: 'c3' }));
    expect(notify).toHaveBeenCalledTimes(2);
  });

  it('stay as they were when the browser keeps nothing more', async () => {
    const tab = createBrowser().tab();
    const store = localViewStore(tab);
    await store.change(add(view));
    tab.localStorage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await store.change(add({ ...view, id: 'b2' }))).toMatchObject({ kept: false });
    expect(store.read().views).toEqual([view]);
  });

  it('say when they cannot be read', async () => {
    const tab = createBrowser().tab();
    const blocked = {
      ...tab,
      get localStorage(): Storage {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    const store = localViewStore(blocked);
    expect(store.read()).toMatchObject({
      views: [],
      problem: expect.stringMatching(/does not let/),
    });
    expect(store.read()).toBe(store.read());
    expect(await store.change(add(view))).toMatchObject({ kept: false });
  });

  it('come back from damage with everything that was there', async () => {
    const browser = createBrowser();
    browser.items.set(LOCAL_VIEWS_KEY, 'not JSON');
    const store = localViewStore(browser.tab());
    expect(store.read()).toMatchObject({ views: [], unreadable: ['not JSON'] });
    await store.change(add(view));
    expect(store.read()).toMatchObject({ views: [view], unreadable: ['not JSON'] });
  });
});
