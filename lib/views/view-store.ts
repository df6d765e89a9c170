import { parseViews, type StoredViews, serializeViews } from './stored-views';

/** A place that keeps views: this browser, or one day the server for a whole team. */
export type ViewStore = {
  /** What it holds, the same object until that changes. */
  read: () => ViewSnapshot;
  /** Calls back when what it holds may have changed, here or anywhere else. */
  subscribe: (notify: () => void) => () => void;
  /** Changes what it holds at this moment, which can be newer than what was read. */
  change: (edit: (stored: StoredViews) => StoredViews) => Promise<ChangeOutcome>;
};

/** `problem` is why views cannot be read. */
export type ViewSnapshot = StoredViews & { problem: string | null };
export type ChangeOutcome = { kept: true } | { kept: false; problem: string };

/** The format's version is part of the name: another format leaves this one alone. */
export const LOCAL_VIEWS_KEY = 'callscope-views-v1';

const NO_ACCESS = 'This browser does not let Callscope keep anything, so there are no saved views.';
const NOT_KEPT =
  'Not saved: this browser keeps nothing more for Callscope. Its storage may be full or switched off.';

/** The views of whoever uses this browser. Other tabs see a change at once. */
export function localViewStore(
  browser: Pick<Window, 'addEventListener' | 'removeEventListener'> & {
    readonly localStorage: Storage;
  },
): ViewStore {
  const listeners = new Set<() => void>();
  let last: { text: string | null; snapshot: ViewSnapshot } | undefined;

  /** Parses again only when the text is another one. */
  const snapshotOf = (text: string | null): ViewSnapshot => {
    if (last?.text !== text) last = { text, snapshot: { ...parseViews(text), problem: null } };
    return last.snapshot;
  };
  const read = (): ViewSnapshot => {
    try {
      return snapshotOf(browser.localStorage.getItem(LOCAL_VIEWS_KEY));
    } catch {
      return NOTHING_READ;
    }
  };
  return {
    read,
    subscribe: (notify) => {
      const onStorage = ({ key }: StorageEvent) => {
        if (key === LOCAL_VIEWS_KEY || key === null) notify();
      };
      listeners.add(notify);
      browser.addEventListener('storage', onStorage);
      return () => {
        listeners.delete(notify);
        browser.removeEventListener('storage', onStorage);
      };
    },
    change: async (edit) => {
      const { views, unreadable, problem } = read();
      if (problem !== null) return { kept: false, problem };
      try {
        browser.localStorage.setItem(LOCAL_VIEWS_KEY, serializeViews(edit({ views, unreadable })));
      } catch {
        return { kept: false, problem: NOT_KEPT };
      }
      for (const notify of listeners) notify();
      return { kept: true };
    },
  };
}

const NOTHING_READ: ViewSnapshot = { views: [], unreadable: [], problem: NO_ACCESS };
