/** Longest text of a note, in UTF-16 units. Apart from the schemas, so that a page can count without zod. */
export const MAX_NOTE_LENGTH = 10_000;

/** Longest query of a page's address with all signs escaped that a form would escape: so Next hands it to the door. */
export const LONGEST_ADDRESS = 8192;

/**
 * Longest query that the API takes: what a page whose address is taken asks must be taken. Its questions repeat the
 * filters and add a little of their own. Node.js takes 16 KiB with all headers.
 */
export const LONGEST_QUESTION = 12 * 1024;
