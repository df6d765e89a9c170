import { FOCUS_FORMS } from '@/lib/call/query/focus-columns';
import {
  CALL_COLUMNS,
  type CsvDialect,
  type ExportFormat,
} from '@/lib/call/query/routes/export-query';

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
    columns: FOCUS_FORMS.focus,
  },
  'focus-daily': {
    label: 'Daily costs as FOCUS 1.2',
    purpose: 'The same added up by day in UTC, use case, model and component: a far smaller file.',
    line: 'charge',
    columns: FOCUS_FORMS['focus-daily'],
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
