import {
  CALL_COLUMNS,
  type CsvDialect,
  type ExportFormat,
  FOCUS_COLUMNS,
} from '@/lib/call/query/export-query';

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
    purpose: 'One line a call, with the columns above.',
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

/** What the dialog says about who reads a CSV. */
export const READER_WORDS: Record<CsvDialect, { label: string; purpose: string }> = {
  spreadsheet: {
    label: 'A spreadsheet',
    purpose: 'An apostrophe stands before texts that Excel and others would calculate, +1… too.',
  },
  exact: {
    label: 'A program',
    purpose: 'Every value exactly as it is, and lists as JSON. Not to be opened in a spreadsheet.',
  },
};
