'use client';

import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { CallRow } from '@/lib/call/call';
import { MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH, type ShownColumn, withWidth } from '@/lib/url/columns';
import { columnOf } from './columns';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
export type CallTableFeatures = typeof features;

/** TanStack's table over one page of calls; which columns it has, and how wide, is what the address says. */
export function useCallTable(
  calls: readonly CallRow[],
  shown: readonly ShownColumn[],
  onShownChange: (shown: ShownColumn[]) => void,
  headerOf: (id: string) => HTMLElement | null | undefined,
) {
  const columns = useMemo(() => shown.map(({ id }) => definition(id)), [shown]);
  const columnSizing = useMemo(
    () => Object.fromEntries(shown.flatMap(({ id, width }) => (width ? [[id, width]] : []))),
    [shown],
  );
  const resize = (widths: Record<string, number>) =>
    onShownChange(
      shown.map(({ id }) =>
        withWidth(id, widths[id] === columnOf(id).width ? 0 : (widths[id] ?? 0)),
      ),
    );
  /** A column that took its part of the room is drawn wider than the table knows: it goes on from there. */
  const dragged = (widths: Record<string, number>) =>
    resize(
      Object.fromEntries(
        Object.entries(widths).map(([id, width]) => {
          const known = columnSizing[id] !== undefined;
          const drawn = headerOf(id)?.offsetWidth;
          const own = shown.find((column) => column.id === id);
          const beyond = !known && drawn && own ? drawn - columnOf(own.id).width : 0;
          return [id, width + beyond];
        }),
      ),
    );
  const table = useTable({
    features,
    columns,
    data: calls,
    getRowId: (call) => call.id,
    columnResizeMode: 'onEnd',
    state: { columnSizing },
    onColumnSizingChange: (change) =>
      dragged(typeof change === 'function' ? change(columnSizing) : change),
  });
  return { table, resize: (id: string, width: number) => resize({ ...columnSizing, [id]: width }) };
}

function definition(id: ShownColumn['id']): ColumnDef<CallTableFeatures, CallRow> {
  return {
    id,
    header: columnOf(id).label,
    size: columnOf(id).width,
    minSize: MIN_COLUMN_WIDTH,
    maxSize: MAX_COLUMN_WIDTH,
  };
}
