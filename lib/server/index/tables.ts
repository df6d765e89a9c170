import type { MeasureKey } from '@/lib/call/conversation/keys';
import type { Column } from './engine/driver';
import {
  SPOKEN_COLUMNS,
  SPOKEN_GONE_COLUMNS,
  SPOKEN_NEW_COLUMNS,
  TRANSCRIPT_COLUMNS,
} from './transcripts/tables';

/**
 * How the conversation went, null where nobody knows or the transcript was not read: the talk share in ten-thousandths,
 * times in milliseconds; `measured_by` is the version of the definitions, `first_words` what the other side said first.
 */
const MEASURE_COLUMNS = [
  { name: 'talk_share', type: 'INTEGER' },
  { name: 'silence', type: 'INTEGER' },
  { name: 'interruptions', type: 'INTEGER' },
  { name: 'response_time', type: 'INTEGER' },
  { name: 'response_time_p95', type: 'INTEGER' },
  { name: 'tool_calls', type: 'INTEGER' },
  { name: 'tool_errors', type: 'INTEGER' },
  { name: 'turns', type: 'INTEGER' },
  { name: 'measured_by', type: 'INTEGER' },
  { name: 'first_words', type: 'VARCHAR' },
] as const satisfies readonly (Column & { name: MeasureKey | 'measured_by' | 'first_words' })[];

/** What the extraction of a call was when its values were taken in, as a digest; null: they were not yet. */
const EXTRACTED_COLUMN = { name: 'extracted', type: 'INTEGER' } as const satisfies Column;

/**
 * Calls as the index asks about them. Instants are milliseconds since 1970, durations milliseconds, amounts
 * millionths of the currency, all null where nothing is known. Dimensions are codes of `dimension`, lists codes of
 * `word_set`; code 0 means that there is none. Quarter-hours and days are counted since 1970 in UTC. `configuration`
 * 0 means that it is not known whole. A call's document stays at its `place` for good.
 */
const CALL_COLUMNS = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'place', type: 'INTEGER' },
  { name: 'created', type: 'BIGINT' },
  { name: 'quarter', type: 'INTEGER' },
  { name: 'day', type: 'INTEGER' },
  { name: 'type', type: 'INTEGER' },
  { name: 'status', type: 'INTEGER' },
  { name: 'provider', type: 'INTEGER' },
  { name: 'language', type: 'INTEGER' },
  { name: 'use_case', type: 'INTEGER' },
  { name: 'model', type: 'INTEGER' },
  { name: 'agent', type: 'INTEGER' },
  { name: 'campaign', type: 'INTEGER' },
  { name: 'classification', type: 'INTEGER' },
  { name: 'tag_set', type: 'INTEGER' },
  { name: 'rating_set', type: 'INTEGER' },
  { name: 'viewer_set', type: 'INTEGER' },
  { name: 'rater_set', type: 'INTEGER' },
  { name: 'odd_set', type: 'INTEGER' },
  { name: 'duration', type: 'BIGINT' },
  { name: 'total', type: 'BIGINT' },
  { name: 'voip', type: 'BIGINT' },
  { name: 'transcriber', type: 'BIGINT' },
  { name: 'llm', type: 'BIGINT' },
  { name: 'tts', type: 'BIGINT' },
  { name: 'has_notes', type: 'BOOLEAN' },
  { name: 'flagged', type: 'BOOLEAN' },
  { name: 'fruitless', type: 'BOOLEAN' },
  { name: 'contested', type: 'BOOLEAN' },
  { name: 'rated_at', type: 'BIGINT' },
  { name: 'transfer_email', type: 'VARCHAR' },
  { name: 'parent', type: 'VARCHAR' },
  { name: 'search', type: 'VARCHAR' },
  { name: 'fingerprint', type: 'BIGINT' },
  { name: 'configuration', type: 'INTEGER' },
  { name: 'absences', type: 'INTEGER' },
  { name: 'seen_at', type: 'BIGINT' },
  ...MEASURE_COLUMNS,
  EXTRACTED_COLUMN,
] as const satisfies readonly Column[];

/** Whole calls as JSON, a block of neighbours packed together; with dictionary 0 it was packed without one. */
const DOCUMENT_COLUMNS = [
  { name: 'block', type: 'INTEGER' },
  { name: 'dictionary', type: 'INTEGER' },
  { name: 'packed', type: 'BLOB' },
] as const satisfies readonly Column[];

/** What documents have in common, as packing wants it. */
const DICTIONARY_COLUMNS = [
  { name: 'code', type: 'INTEGER' },
  { name: 'bytes', type: 'BLOB' },
] as const satisfies readonly Column[];

/** Every word of a kind once; `label` is what a person reads where that is not the word itself. */
const DIMENSION_COLUMNS = [
  { name: 'kind', type: 'VARCHAR' },
  { name: 'code', type: 'INTEGER' },
  { name: 'value', type: 'VARCHAR' },
  { name: 'label', type: 'VARCHAR' },
] as const satisfies readonly Column[];

/** Whole configurations of use cases, each once. */
const CONFIGURATION_COLUMNS = [
  { name: 'code', type: 'INTEGER' },
  { name: 'json', type: 'VARCHAR' },
] as const satisfies readonly Column[];

/** Every combination of words that a call has, such as its tags, once: `key` lists the codes in order. */
const WORD_SET_COLUMNS = [
  { name: 'kind', type: 'VARCHAR' },
  { name: 'code', type: 'INTEGER' },
  { name: 'key', type: 'VARCHAR' },
] as const satisfies readonly Column[];

/** Which words a combination has; the empty one has code 0. */
const SET_MEMBER_COLUMNS = [
  { name: 'kind', type: 'VARCHAR' },
  { name: 'set_code', type: 'INTEGER' },
  { name: 'code', type: 'INTEGER' },
] as const satisfies readonly Column[];

const REJECTED_COLUMNS = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'problem', type: 'VARCHAR' },
  { name: 'seen_at', type: 'BIGINT' },
] as const satisfies readonly Column[];

/**
 * What the agent found out on the call at a place, a row for each value, and each text once for a key of a call: the
 * code of its key (`dimension`), bits of what it is (`extraction/kinds.ts`), the text that filters compare, null of an
 * object, a number in millionths or an instant in milliseconds, and the unit. Those that came last are in
 * `extracted_new` until there are enough of them to be sorted.
 */
const EXTRACTED_COLUMNS = [
  { name: 'key', type: 'INTEGER' },
  { name: 'place', type: 'INTEGER' },
  { name: 'kind', type: 'INTEGER' },
  { name: 'text', type: 'VARCHAR' },
  { name: 'number', type: 'BIGINT' },
  { name: 'unit', type: 'VARCHAR' },
] as const satisfies readonly Column[];

const STATE_COLUMNS = [
  { name: 'key', type: 'VARCHAR' },
  { name: 'value', type: 'VARCHAR' },
] as const satisfies readonly Column[];

export const TABLES = {
  call: CALL_COLUMNS,
  document: DOCUMENT_COLUMNS,
  dictionary: DICTIONARY_COLUMNS,
  dimension: DIMENSION_COLUMNS,
  configuration: CONFIGURATION_COLUMNS,
  word_set: WORD_SET_COLUMNS,
  set_member: SET_MEMBER_COLUMNS,
  rejected: REJECTED_COLUMNS,
  transcript: TRANSCRIPT_COLUMNS,
  transcript_dictionary: DICTIONARY_COLUMNS,
  spoken: SPOKEN_COLUMNS,
  spoken_new: SPOKEN_NEW_COLUMNS,
  spoken_gone: SPOKEN_GONE_COLUMNS,
  extracted: EXTRACTED_COLUMNS,
  extracted_new: EXTRACTED_COLUMNS,
  state: STATE_COLUMNS,
} as const satisfies Record<string, readonly Column[]>;

/** Those that hold which words were said. */
export const WORD_TABLES = ['spoken', 'spoken_new', 'spoken_gone'] as const;

/** Those that hold what was said. */
export const TRANSCRIPT_TABLES = [
  'transcript',
  'transcript_dictionary',
  ...WORD_TABLES,
] as const satisfies (keyof typeof TABLES)[];

/** Those that hold what agents found out. */
export const EXTRACTED_TABLES = [
  'extracted',
  'extracted_new',
] as const satisfies (keyof typeof TABLES)[];
