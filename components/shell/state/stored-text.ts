const CHANGED = 'callscope:stored';

/** What the browser would not keep: it is full, or keeps nothing. It lives as long as the page. */
const unkept = new Map<string, string>();

/** A text that this browser keeps under a key; null where there is none. */
export function storedText(key: string): string | null {
  try {
    return unkept.get(key) ?? localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or with null forgets it; every part of every open page hears of it. */
export function storeText(key: string, text: string | null): void {
  unkept.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) unkept.set(key, text);
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when anything kept has changed, in this window or in another; the answer ends it. */
export function onStoredText(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}
