/** Longest text of a note, in UTF-16 units. Apart from the schemas, so that a page can count without zod. */
export const MAX_NOTE_LENGTH = 10_000;

/** Longest query of a page's address, as it stands there, with its question mark. */
export const LONGEST_ADDRESS = 8192;

/**
 * Longest query that the API takes. What a page whose address is taken asks must be taken: its questions repeat the
 * filters with more signs escaped, at most five times as long (`%` as `%2525`), and add a little of their own.
 */
export const LONGEST_QUESTION = 6 * LONGEST_ADDRESS;
