import { Missing } from '@/components/calls/list/table/cells';
import type { Money } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import type { Column } from '@/components/figures/save/chart-data';
import { formatCount } from '@/lib/format/number';
import { cellName, measured, type WeekCell } from './week';

/** The hours of the week as a table. */
export function weekColumns(
  cells: readonly WeekCell[],
  hrefOf: (cell: WeekCell) => string | null,
  money: Money,
): Column<WeekCell>[] {
  const amount = (name: string, value: (cell: WeekCell) => number | null): Column<WeekCell> => {
    const write = money.of(cells.map(value));
    return {
      name,
      numeric: true,
      value,
      cell: (cell) => {
        const told = value(cell);
        return told === null ? <Missing>no cost</Missing> : write(told);
      },
    };
  };
  const rate = (name: string, value: (cell: WeekCell) => number | null): Column<WeekCell> => ({
    name,
    numeric: true,
    value,
    cell: (cell) => value(cell)?.toFixed(2) ?? null,
  });
  return [
    { name: 'Weekday', value: ({ weekday }) => weekday, fileOnly: true },
    { name: 'Hour', value: ({ hour }) => hour, fileOnly: true },
    {
      name: 'When',
      value: ({ weekday, hour }) => weekday * 24 + hour,
      cell: (cell) => cellName(cell),
    },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (cell) => <CallsLink href={hrefOf(cell)}>{formatCount(cell.calls)}</CallsLink>,
    },
    amount('Total', ({ total }) => total),
    rate('Times', ({ occurrences }) => occurrences),
    rate('Calls each time', (cell) => measured(cell, { of: 'calls', by: 'occurrence' })),
    amount('Cost each time', (cell) => measured(cell, { of: 'total', by: 'occurrence' })),
  ];
}
