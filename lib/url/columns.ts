import { MEASURE_KEYS } from '@/lib/call/conversation/keys';
import { type ExtractedName, isExtractedName } from '@/lib/call/query/extracted';
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

/** A shown column: one of ours or an extracted value; `width` in pixels only where it differs from the column's own. */
export type ShownColumn = { id: ColumnId | ExtractedName; width?: number };

/** What a reviewer looks at first, and what fits a window of 1280 pixels. */
export const DEFAULT_COLUMNS: readonly ShownColumn[] = COLUMN_IDS.slice(
  0,
  COLUMN_IDS.indexOf('tags') + 1,
).map((id) => ({ id }));

export const MIN_COLUMN_WIDTH = 48;
export const MAX_COLUMN_WIDTH = 800;

/**
 * The shown columns in order, `created,status:180`; the width follows the last colon. A key with a colon in it is
 * written with one more where there is no width: `x.a:b:`, `x.a:b:180`.
 */
export const columnsCodec: Codec<ShownColumn[]> = {
  decode: (text) => ({ value: decodeColumns(text) }),
  encode: encodeColumns,
};

function decodeColumns(text: string): ShownColumn[] {
  const shown = new Map<string, ShownColumn>();
  for (const item of text.split(',')) {
    const column = columnOf(item);
    if (column && !shown.has(column.id)) shown.set(column.id, column);
  }
  return shown.size > 0 ? [...shown.values()] : [...DEFAULT_COLUMNS];
}

/** The column that an item of the text names, with its width. */
export function columnOf(item: string): ShownColumn | undefined {
  if (item.startsWith('x.')) {
    const [, name = item, width = ''] = /^(.*):(\d{0,9})$/s.exec(item) ?? [];
    return isExtractedName(name) ? withWidth(name, Number(width)) : undefined;
  }
  const [id, width] = item.split(':');
  const column = COLUMN_IDS.find((known) => known === id);
  return column && withWidth(column, Number(width));
}

/** The text of a `columns` parameter. */
export function encodeColumns(columns: readonly ShownColumn[]): string {
  return columns
    .map(({ id, width }) =>
      width === undefined && !id.includes(':') ? id : `${id}:${width ?? ''}`,
    )
    .join(',');
}

/** A column with its width brought into bounds; no usable width means the column's own. */
export function withWidth<T extends ShownColumn['id']>(
  id: T,
  width: number,
): ShownColumn & { id: T } {
  if (!Number.isFinite(width) || width <= 0) return { id };
  return {
    id,
    width: Math.round(Math.min(MAX_COLUMN_WIDTH, Math.max(MIN_COLUMN_WIDTH, width))),
  };
}

export function sameColumns(a: readonly ShownColumn[], b: readonly ShownColumn[]): boolean {
  return encodeColumns(a) === encodeColumns(b);
}
