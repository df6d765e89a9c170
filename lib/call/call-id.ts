/** Ids are 24 hexadecimal digits today; other URL-safe spellings are let through, path tricks are not. */
export function isCallId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text);
}

/** What can stand for a turn of a transcript in an address. */
export function isTurnId(text: string): boolean {
  return isCallId(text);
}
