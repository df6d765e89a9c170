import type { CallRow } from '@/lib/call/call';
import { eachValue, type FoundValue } from '@/lib/call/extraction/walk';
import { isExtractedName } from '@/lib/call/query/extracted';
import {
  CALL_COLUMNS,
  type CallColumn,
  type CsvDialect,
  type ExportColumn,
} from '@/lib/call/query/routes/export-query';
import { type Amounts, amountsOf, decimals } from './amounts';
import { localClock, utcInstant } from './clock';
import { type Cell, csvRecord, jsonCell, type TextCell, textCells } from './csv';
import { type ListCell, listCells } from './lists';
import type { Writer } from './writer';

type Row = {
  call: CallRow;
  amounts: Amounts;
  local: (iso: string) => string;
  text: TextCell;
  list: ListCell;
  notes: (texts: readonly string[]) => Cell;
  /** What was found out, walked through once for all columns of it. */
  found: () => readonly FoundValue[];
};

const CELLS: Record<CallColumn, (row: Row) => Cell> = {
  id: ({ call, text }) => text(call.id),
  created: ({ call }) => utcInstant(call.created),
  created_local: ({ call, local }) => local(call.created),
  type: ({ call, text }) => text(call.type),
  status: ({ call, text }) => text(call.status),
  provider: ({ call, text }) => text(call.provider),
  from: ({ call, text }) => text(call.metadata?.from),
  to: ({ call, text }) => text(call.metadata?.to),
  use_case_id: ({ call, text }) => text(call.use_case?.id),
  use_case_name: ({ call, text }) => text(call.use_case?.name),
  model: ({ call, text }) => text(call.use_case?.model),
  language: ({ call, text }) => text(call.language),
  agent_id: ({ call, text }) => text(call.agent?.id),
  agent_name: ({ call, text }) => text(call.agent?.name),
  campaign_id: ({ call, text }) => text(call.campaign_id),
  tags: ({ call, list }) => list(call.metadata?.tags),
  outcome: ({ call, text }) => text(call.classification?.tag),
  outcome_reasoning: ({ call, text }) => text(call.classification?.reasoning),
  duration_seconds: ({ call }) => numberCell(call.duration),
  total_cost: ({ amounts }) => amountCell(amounts.total),
  voip_cost: ({ amounts }) => amountCell(amounts.voip),
  transcriber_cost: ({ amounts }) => amountCell(amounts.transcriber),
  llm_cost: ({ amounts }) => amountCell(amounts.llm),
  tts_cost: ({ amounts }) => amountCell(amounts.tts),
  other_cost: ({ amounts }) => amountCell(amounts.other),
  ratings: ({ call, list }) => list(call.ratings?.flatMap(({ emoji }) => emoji || [])),
  notes: ({ call, notes }) => (call.notes ? notes(noteTexts(call.notes)) : ''),
  flagged: ({ call }) => flagged(call),
  viewed_by: ({ call, list }) => list(call.viewed_by),
  parent_call_id: ({ call, text }) => text(call.parent_call_id),
  transfer_contact_email: ({ call, text }) => text(call.transfer_contact_email),
  extraction: ({ call }) => (call.extraction ? jsonCell(call.extraction) : ''),
  talk_share: ({ call }) => numberCell(call.measures?.talk_share),
  silence: ({ call }) => numberCell(call.measures?.silence),
  interruptions: ({ call }) => numberCell(call.measures?.interruptions),
  response_time: ({ call }) => numberCell(call.measures?.response_time),
  response_time_p95: ({ call }) => numberCell(call.measures?.response_time_p95),
  tool_calls: ({ call }) => numberCell(call.measures?.tool_calls),
  tool_errors: ({ call }) => numberCell(call.measures?.tool_errors),
  turns: ({ call }) => numberCell(call.measures?.turns),
  first_words: ({ call, text }) => text(call.measures?.first_words),
};

/** Writes calls as CSV; `created_local` follows the clocks of the zone. */
export function callsCsv(
  timezone: string,
  dialect: CsvDialect,
  columns: readonly ExportColumn[] = CALL_COLUMNS,
): Writer {
  const cells = columns.map((column) =>
    isExtractedName(column) ? extractedCell(column.slice(2)) : CELLS[column],
  );
  const text = textCells(dialect);
  const local = localClock(timezone);
  const list = listCells(dialect, text);
  // To be read: each note on lines of its own.
  const notes = dialect === 'exact' ? list : (texts: readonly string[]) => text(texts.join('\n'));
  return {
    head: csvRecord(columns.map(text)),
    record: (call) => {
      const found = once(() => eachValue(call.extraction).found);
      const row = { call, amounts: amountsOf(call.costs), local, text, list, notes, found };
      return csvRecord(cells.map((cell) => cell(row)));
    },
  };
}

/** What was found out under a key, as it came; of several values a list. */
function extractedCell(key: string): (row: Row) => Cell {
  return ({ found, text, list }) => {
    const values = found().filter((each) => each.key === key);
    const [first] = values;
    if (!first) return '';
    if (first.listed) return list(values.map(({ value }) => textOf(value)));
    if (typeof first.value === 'number') return numberCell(first.value);
    return typeof first.value === 'object' ? jsonCell(first.value) : text(String(first.value));
  };
}

function textOf(value: FoundValue['value']): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function amountCell(micros: number | null): Cell {
  return micros === null ? '' : decimals(micros);
}

function numberCell(value: number | null | undefined): Cell {
  return value === null || value === undefined ? '' : String(value);
}

function noteTexts(notes: NonNullable<CallRow['notes']>): string[] {
  return notes.flatMap(({ content }) => content || []);
}

/** Whether any note is flagged; nothing where it is not known whether there are notes. */
function flagged({ notes }: CallRow): Cell {
  return notes ? String(notes.some((note) => note.flagged === true)) : '';
}
