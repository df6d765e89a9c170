import { MEASURE_KEYS } from '@/lib/call/conversation/keys';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
import type { CallsQuery } from '@/lib/call/query/filters';
import { parseQuery } from '@/lib/call/query/parse-query';
import { callsQueryParams, type ParameterProblem } from '@/lib/call/query/query';
import { choice, type ParameterCodec, type Value, yesNo } from '@/lib/call/values/codec';

/** What matching calls can be written as. */
export const EXPORT_FORMATS = ['csv', 'jsonl', 'focus', 'focus-daily'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Those that tell costs as charges: `focus` by call, `focus-daily` added up by day. */
export type FocusFormat = Extract<ExportFormat, `focus${string}`>;

export function isFocus(format: ExportFormat | undefined): format is FocusFormat {
  return format === 'focus' || format === 'focus-daily';
}

/**
 * Whom a CSV is for.
 * - `exact`: a program. Every text is as it was, and what a call has several of is a JSON array.
 * - `spreadsheet`: no text is taken for a formula, wherever the file is split. An apostrophe stands before what could be:
 *   before a text, one of its lines, or what follows a semicolon or a tab. That is so for phone numbers, too: nothing
 *   else keeps their `+`, as Excel reads `+13125550101` as a number and `+1 312-555` as a sum.
 */
export const CSV_DIALECTS = ['spreadsheet', 'exact'] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

const dialects = choice(CSV_DIALECTS);
/** `plain` is what `exact` was called before. */
const dialectCodec: ParameterCodec<CsvDialect> = {
  ...dialects,
  decode: (text) => dialects.decode(text === 'plain' ? 'exact' : text),
};

/** The columns of a CSV of calls, in order, unless others are asked for. */
export const CALL_COLUMNS = [
  'id',
  'created',
  'created_local',
  'type',
  'status',
  'provider',
  'from',
  'to',
  'use_case_id',
  'use_case_name',
  'model',
  'language',
  'agent_id',
  'agent_name',
  'campaign_id',
  'tags',
  'outcome',
  'outcome_reasoning',
  'duration_seconds',
  'total_cost',
  'voip_cost',
  'transcriber_cost',
  'llm_cost',
  'tts_cost',
  'other_cost',
  'ratings',
  'notes',
  'flagged',
  'viewed_by',
  'parent_call_id',
  'transfer_contact_email',
  'extraction',
  ...MEASURE_KEYS,
  'first_words',
] as const;
export type CallColumn = (typeof CALL_COLUMNS)[number];

/** A column of a CSV of calls: one of ours, or an extracted value. */
export type ExportColumn = CallColumn | ExtractedName;

const MOST_COLUMNS = 200;

/** Columns in their order, separated by commas. */
const columnsCodec: ParameterCodec<ExportColumn[]> = {
  decode: (joined) => {
    if (joined === '') return { problem: 'is empty' };
    const names = [...new Set(joined.split(','))];
    const columns = names.flatMap((name) => columnOf(name) ?? []);
    if (columns.length < names.length)
      return { problem: 'must be columns of the file or x. and keys of extracted values' };
    return columns.length > MOST_COLUMNS
      ? { problem: `has more than ${MOST_COLUMNS} columns` }
      : { value: columns };
  },
  encode: (columns) => columns.join(','),
  schema: { type: 'array', items: { type: 'string' }, maxItems: MOST_COLUMNS },
};

function columnOf(name: string): ExportColumn | undefined {
  return isExtractedName(name) ? name : CALL_COLUMNS.find((known) => known === name);
}

/** What `GET /api/calls/export` takes beside the filters. */
export const exportCodecs = {
  format: choice(EXPORT_FORMATS),
  bom: yesNo,
  dialect: dialectCodec,
  /** Instead of the charges the metadata file that goes beside them. */
  metadata: yesNo,
  /** Of a CSV of calls. */
  columns: columnsCodec,
} as const;

export type ExportQuery = Omit<CallsQuery, 'limit' | 'offset'> & {
  [K in keyof typeof exportCodecs]?: Value<(typeof exportCodecs)[K]>;
};

/** The header that says how many calls match: the body has no length of its own. */
export const EXPORT_COUNT_HEADER = 'x-total-count';

/** The header that says of how many of all calls the transcript was read, `9120/10000`: columns of the others are empty. */
export const EXPORT_READ_HEADER = 'x-transcripts-read';

/** The header that says of how many of all calls extracted values are known, where they decide what is in the file. */
export const EXPORT_EXTRACTED_HEADER = 'x-extracted-read';

/** The header under which an export says by which ticket its place in line can be asked. */
export const EXPORT_TICKET_HEADER = 'x-export-ticket';

/** Whether a text can be a ticket: hard to guess, and nothing else. */
export function isExportTicket(text: string): boolean {
  return /^[0-9a-f]{16,64}$/.test(text);
}

/** Reads the parameters of `GET /api/calls/export` strictly: an export has all that matches, so it has no pages. */
export function parseExportQuery(params: Iterable<[string, string]>): {
  query: ExportQuery;
  problems: ParameterProblem[];
} {
  const { query: read, problems } = parseQuery(params, exportCodecs);
  const { limit, offset, ...query } = read;
  const pages = Object.entries({ limit, offset }).flatMap(([field, value]) =>
    value === undefined
      ? []
      : [{ field, message: 'is not taken here: an export has every call that matches' }],
  );
  const ofCsv = (['bom', 'dialect'] as const).filter((field) => query[field] !== undefined);
  const mark = (query.format === 'jsonl' ? ofCsv : []).map((field) => ({
    field,
    message: 'goes with CSV only',
  }));
  const ofFocus =
    query.metadata === undefined || isFocus(query.format)
      ? []
      : [{ field: 'metadata', message: 'goes with focus and focus-daily only' }];
  const ofCalls =
    query.columns === undefined || (query.format ?? 'csv') === 'csv'
      ? []
      : [{ field: 'columns', message: 'goes with CSV only' }];
  return { query, problems: [...problems, ...pages, ...mark, ...ofFocus, ...ofCalls] };
}

/** Writes an export's query as parameters; {@link parseExportQuery} reads them. */
export function exportQueryParams({
  format,
  bom,
  dialect,
  metadata,
  columns,
  ...query
}: ExportQuery): URLSearchParams {
  const params = callsQueryParams(query);
  if (format !== undefined) params.set('format', exportCodecs.format.encode(format));
  if (bom !== undefined) params.set('bom', exportCodecs.bom.encode(bom));
  if (dialect !== undefined) params.set('dialect', exportCodecs.dialect.encode(dialect));
  if (metadata !== undefined) params.set('metadata', exportCodecs.metadata.encode(metadata));
  if (columns !== undefined) params.set('columns', exportCodecs.columns.encode(columns));
  return params;
}
