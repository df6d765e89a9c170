/** Longest text of a note, in UTF-16 units. Apart from the schemas, so that a page can count without zod. */
export const MAX_NOTE_LENGTH = 10_000;
