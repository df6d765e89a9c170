import type { Column } from '@/lib/server/index/engine/driver';

/**
 * What is known of the transcript of the call at a place: how the call stood when it was read (`course`), when it is to
 * be read again, and what was said, packed; null where there was none. `stamp` is drawn anew whenever it is written;
 * `worded_by` tells which way its words were taken from it.
 */
export const TRANSCRIPT_COLUMNS = [
  { name: 'place', type: 'INTEGER' },
  { name: 'course', type: 'VARCHAR' },
  { name: 'due_at', type: 'BIGINT' },
  { name: 'dictionary', type: 'INTEGER' },
  { name: 'packed', type: 'BLOB' },
  { name: 'stamp', type: 'INTEGER' },
  { name: 'worded_by', type: 'INTEGER' },
] as const satisfies readonly Column[];

/** On which calls a word was said, and by whom: a digest of the word, and the places of the calls of a run, packed. */
export const SPOKEN_COLUMNS = [
  { name: 'word', type: 'BIGINT' },
  { name: 'run', type: 'INTEGER' },
  { name: 'packed', type: 'BLOB' },
] as const satisfies readonly Column[];

/** Words of the calls that came last, one by one, until there are enough for a run; `sides` are bits. */
export const SPOKEN_NEW_COLUMNS = [
  { name: 'word', type: 'BIGINT' },
  { name: 'place', type: 'INTEGER' },
  { name: 'sides', type: 'INTEGER' },
] as const satisfies readonly Column[];

/** What runs before `run` say of a place no longer holds. */
export const SPOKEN_GONE_COLUMNS = [
  { name: 'place', type: 'INTEGER' },
  { name: 'run', type: 'INTEGER' },
] as const satisfies readonly Column[];
