'use client';

import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { isExtractedName } from '@/lib/call/query/extracted';
import { SORT_KEYS, type SortBy } from '@/lib/call/query/filters';
import { zonePlace } from '@/lib/format/time';
import type { Address } from '@/lib/url/address';
import type { ShownColumn } from '@/lib/url/columns';
import { ColumnLabel } from './column-label';
import { isFlexible, resized, widthOf } from './column-widths';
import { columnOf } from './columns';
import { HeaderCell } from './header-cell';

type TableHeadProps = {
  address: Address;
  /** The columns fill the width; else an empty cell does. */
  fills: boolean;
  onColumns: (columns: ShownColumn[]) => void;
  onSort: (key: SortBy) => void;
};

/** The names of the columns, by which they are sorted and resized. */
export function TableHead({ address, fills, onColumns, onSort }: TableHeadProps) {
  const { zone } = useTime();
  const { who } = usePage();
  // Not `useMay`, which would be more to load before the first table is there.
  const mayNumbers = who?.role !== 'viewer';
  const { columns } = address;
  return (
    <thead className="sticky top-0 z-10 max-md:block">
      <tr
        aria-rowindex={1}
        className="max-md:flex max-md:gap-3 max-md:border-b max-md:border-line-strong max-md:bg-surface max-md:px-3"
      >
        {columns.map((column) => {
          const { label, numeric = false } = columnOf(column.id);
          return (
            <HeaderCell
              key={column.id}
              id={column.id}
              label={label}
              drawn={<ColumnLabel id={column.id} />}
              numeric={numeric}
              detail={column.id === 'created' ? zonePlace(zone) : undefined}
              sort={sortOf(sortKeyOf(column.id, mayNumbers), address)}
              onSort={() => onSort(sortKeyOf(column.id, mayNumbers) ?? 'created')}
              width={widthOf(column)}
              flexible={isFlexible(column)}
              onResize={(width) => onColumns(resized(columns, column.id, width))}
            />
          );
        })}
        {!fills && (
          <td aria-hidden className="border-b border-line-strong bg-surface max-md:hidden" />
        )}
      </tr>
    </thead>
  );
}

/** Columns that can be sorted by bear the names of the sort keys; an order of extracted values would tell numbers. */
function sortKeyOf(column: string, mayNumbers: boolean): SortBy | undefined {
  if (isExtractedName(column)) return mayNumbers ? column : undefined;
  return SORT_KEYS.find((key) => key === column);
}

function sortOf(key: SortBy | undefined, { sort, sort_by }: Address) {
  if (key === undefined) return null;
  return key === sort_by ? sort : 'none';
}
