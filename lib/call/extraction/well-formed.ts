const HALVES = /[\ud800-\udfff]/;

/** A text without half letters, which neither an address nor the index could hold. */
export function wellFormed(text: string): string {
  return HALVES.test(text) ? text.replace(/\p{Cs}/gu, '\ufffd') : text;
}
