import { CALL_COLUMNS, type ExportFormat, FOCUS_COLUMNS } from '@/lib/call/query/export-query';

type FormatWords = {
  label: string;
  /** Whom it is for. */
  purpose: string;
  /** What a line of the file is. */
  line: string;
  /** The columns in order; empty where lines have no columns. */
  columns: readonly string[];
};

/** What the dialog says about each format. */
export const FORMAT_WORDS: Record<ExportFormat, FormatWords> = {
  csv: {
    label: 'CSV',
    purpose: 'For spreadsheets: one line a call.',
    line: 'call',
    columns: CALL_COLUMNS,
  },
  jsonl: {
    label: 'JSON Lines',
    purpose: 'For programs: each call with all its fields, as the API writes it.',
    line: 'call',
    columns: [],
  },
  focus: {
    label: 'Costs as FOCUS 1.2',
    purpose: 'For finance tools: a CSV with one line for each component of a call’s cost.',
    line: 'charge',
    columns: FOCUS_COLUMNS,
  },
};
