import type { CallRow } from '@/lib/call/call';
import { CALL_COLUMNS, type CallColumn } from '@/lib/call/export-query';
import { type Amounts, amountsOf, decimals } from './amounts';
import { localClock, utcInstant } from './clock';
import { type Cell, csvRecord, jsonCell, textCell } from './csv';
import type { Writer } from './writer';

type Row = { call: CallRow; amounts: Amounts; local: (iso: string) => string };

const CELLS: Record<CallColumn, (row: Row) => Cell> = {
  id: ({ call }) => textCell(call.id),
  created: ({ call }) => utcInstant(call.created),
  created_local: ({ call, local }) => local(call.created),
  type: ({ call }) => textCell(call.type),
  status: ({ call }) => textCell(call.status),
  provider: ({ call }) => textCell(call.provider),
  from: ({ call }) => textCell(call.metadata?.from),
  to: ({ call }) => textCell(call.metadata?.to),
  use_case_id: ({ call }) => textCell(call.use_case?.id),
  use_case_name: ({ call }) => textCell(call.use_case?.name),
  model: ({ call }) => textCell(call.use_case?.model),
  language: ({ call }) => textCell(call.language),
  agent_id: ({ call }) => textCell(call.agent?.id),
  agent_name: ({ call }) => textCell(call.agent?.name),
  campaign_id: ({ call }) => textCell(call.campaign_id),
  tags: ({ call }) => textCell(call.metadata?.tags?.join(';')),
  outcome: ({ call }) => textCell(call.classification?.tag),
  outcome_reasoning: ({ call }) => textCell(call.classification?.reasoning),
  duration_seconds: ({ call }) => numberCell(call.duration),
  total_cost: ({ amounts }) => amountCell(amounts.total),
  voip_cost: ({ amounts }) => amountCell(amounts.voip),
  transcriber_cost: ({ amounts }) => amountCell(amounts.transcriber),
  llm_cost: ({ amounts }) => amountCell(amounts.llm),
  tts_cost: ({ amounts }) => amountCell(amounts.tts),
  other_cost: ({ amounts }) => amountCell(amounts.other),
  ratings: ({ call }) => textCell(call.ratings?.map(({ emoji }) => emoji).join(';')),
  notes: ({ call }) => textCell(noteTexts(call)),
  flagged: ({ call }) => flagged(call),
  viewed_by: ({ call }) => textCell(call.viewed_by?.join(';')),
  parent_call_id: ({ call }) => textCell(call.parent_call_id),
  transfer_contact_email: ({ call }) => textCell(call.transfer_contact_email),
  extraction: ({ call }) => (call.extraction ? jsonCell(call.extraction) : ''),
};

const IN_ORDER = CALL_COLUMNS.map((column) => CELLS[column]);

/** Writes calls as CSV; `created_local` follows the clocks of the zone. */
export function callsCsv(timezone: string): Writer {
  const local = localClock(timezone);
  return {
    head: csvRecord(CALL_COLUMNS),
    record: (call) => {
      const row = { call, amounts: amountsOf(call.costs), local };
      return csvRecord(IN_ORDER.map((cell) => cell(row)));
    },
  };
}

function amountCell(micros: number | null): Cell {
  return micros === null ? '' : decimals(micros);
}

function numberCell(value: number | null | undefined): Cell {
  return value === null || value === undefined ? '' : String(value);
}

/** Each note on lines of its own. */
function noteTexts({ notes }: CallRow): string | undefined {
  return notes?.flatMap(({ content }) => (content ? [content] : [])).join('\n');
}

/** Whether any note is flagged; nothing where it is not known whether there are notes. */
function flagged({ notes }: CallRow): Cell {
  return notes ? String(notes.some((note) => note.flagged === true)) : '';
}
