import { MEASURE_KEYS } from '@/lib/call/conversation/keys';
import type { Codec } from '@/lib/call/values/codec';

/** The table's columns, named like the fields they show, in the order in which they are offered. */
export const COLUMN_IDS = [
  'created',
  'other_party',
  'use_case',
  'classification',
  'status',
  'duration',
  'total_cost',
  'ratings',
  'review',
  'tags',
  'notes',
  'type',
  'from',
  'to',
  'agent',
  'campaign',
  'model',
  'language',
  'provider',
  ...MEASURE_KEYS,
  'first_words',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Whether one of the columns shows how conversations went. */
export function showsMeasures(columns: readonly ShownColumn[]): boolean {
  return columns.some(({ id }) => id === 'first_words' || MEASURE_KEYS.some((key) => key === id));
}

/** A shown column; `width` in pixels only where it differs from the column's own. */
export type ShownColumn = { id: ColumnId; width?: number };

/** What a reviewer looks at first, and what fits a window of 1280 pixels. */
export const DEFAULT_COLUMNS: readonly ShownColumn[] = COLUMN_IDS.slice(
  0,
  COLUMN_IDS.indexOf('tags') + 1,
).map((id) => ({ id }));

export const MIN_COLUMN_WIDTH = 48;
export const MAX_COLUMN_WIDTH = 800;

/** The shown columns in order, `created,status:180`; the width follows its colon. */
export const columnsCodec: Codec<ShownColumn[]> = {
  decode: (text) => ({ value: decodeColumns(text) }),
  encode: encodeColumns,
};

/** What is wrong with the text of a `columns` parameter, if anything; the known columns are shown all the same. */
export function columnsProblem(text: string): string | undefined {
  if (text === '') return 'is empty';
  const unknown = text
    .split(',')
    .map((item) => item.split(':')[0] ?? '')
    .filter((id) => !COLUMN_IDS.some((known) => known === id));
  return unknown.length > 0 ? `names unknown columns: ${unknown.join(', ')}` : undefined;
}

function decodeColumns(text: string): ShownColumn[] {
  const shown = new Map<ColumnId, ShownColumn>();
  for (const item of text.split(',')) {
    const [id, width] = item.split(':');
    const column = COLUMN_IDS.find((known) => known === id);
    if (column && !shown.has(column)) shown.set(column, withWidth(column, Number(width)));
  }
  return shown.size > 0 ? [...shown.values()] : [...DEFAULT_COLUMNS];
}

/** The text of a `columns` parameter. */
export function encodeColumns(columns: readonly ShownColumn[]): string {
  return columns.map(({ id, width }) => (width === undefined ? id : `${id}:${width}`)).join(',');
}

/** A column with its width brought into bounds; no usable width means the column's own. */
export function withWidth(id: ColumnId, width: number): ShownColumn {
  if (!Number.isFinite(width) || width <= 0) return { id };
  return {
    id,
    width: Math.round(Math.min(MAX_COLUMN_WIDTH, Math.max(MIN_COLUMN_WIDTH, width))),
  };
}

export function sameColumns(a: readonly ShownColumn[], b: readonly ShownColumn[]): boolean {
  return encodeColumns(a) === encodeColumns(b);
}
