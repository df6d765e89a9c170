const listeners = new Set<(isOut: boolean) => void>();

/** Tells whether the server still knows who asks: false after any answer that it gave to somebody. */
export function tellSignedOut(isOut: boolean): void {
  for (const listener of listeners) listener(isOut);
}

/** Hears it from now on, until the function that is given back is called. */
export function onSignedOut(listener: (isOut: boolean) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
