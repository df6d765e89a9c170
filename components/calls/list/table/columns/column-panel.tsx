'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import { COLUMN_IDS, DEFAULT_COLUMNS, type ShownColumn } from '@/lib/url/columns';
import { ColumnLabel } from './column-label';
import { columnOf } from './columns';
import { useColumns } from './use-columns';

const KeyPicker = lazily(() => import('@/components/filters/extracted/key-picker'));

/** Which columns are shown, in which order. */
export default function ColumnPanel() {
  const { columns: shown, show: setShown } = useColumns();
  const hidden = COLUMN_IDS.filter((id) => !shown.some((column) => column.id === id));
  return (
    <div className="w-72 max-w-[calc(100vw-2rem)] p-2">
      <ul>
        {shown.map((column, index) => (
          <li key={column.id} className="flex items-center gap-1 rounded pl-2 hover:bg-hover">
            <Choice
              id={column.id}
              checked
              disabled={shown.length === 1}
              onChange={() => setShown(shown.filter(({ id }) => id !== column.id))}
            />
            <Move column={column} by={-1} disabled={index === 0} onMove={move} />
            <Move column={column} by={1} disabled={index === shown.length - 1} onMove={move} />
          </li>
        ))}
        {hidden.map((id) => (
          <li key={id} className="flex items-center rounded pl-2 hover:bg-hover">
            <Choice id={id} checked={false} onChange={() => setShown([...shown, { id }])} />
          </li>
        ))}
      </ul>
      <ExtractedColumns shown={shown} onShow={setShown} />
      <div className="mt-2 border-t border-line pt-2">
        <Button kind="ghost" className="w-full" onClick={() => setShown(DEFAULT_COLUMNS)}>
          Reset columns
        </Button>
      </div>
    </div>
  );

  function move(column: ShownColumn, by: 1 | -1) {
    const from = shown.indexOf(column);
    const rest = shown.filter((other) => other !== column);
    setShown(rest.toSpliced(from + by, 0, column));
  }
}

type ExtractedColumnsProps = {
  shown: readonly ShownColumn[];
  onShow: (columns: readonly ShownColumn[]) => void;
};

/** What agents found out, to be found by its name and shown as a column. */
function ExtractedColumns({ shown, onShow }: ExtractedColumnsProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-2 border-t border-line pt-2">
      <Button kind="ghost" className="w-full" aria-expanded={open} onClick={() => setOpen(!open)}>
        Extracted values…
      </Button>
      {open && (
        <Lazily>
          <KeyPicker
            label="Find a column"
            isChosen={(key) => shown.some(({ id }) => id === `x.${key}`)}
            onChoose={(key) => {
              const rest = shown.filter(({ id }) => id !== `x.${key}`);
              if (rest.length === shown.length) onShow([...shown, { id: `x.${key}` }]);
              else if (rest.length > 0) onShow(rest);
            }}
          />
        </Lazily>
      )}
    </div>
  );
}

type ChoiceProps = {
  id: ShownColumn['id'];
  checked: boolean;
  disabled?: boolean;
  onChange: () => void;
};

function Choice({ id, ...input }: ChoiceProps) {
  return (
    <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2 text-sm">
      <input type="checkbox" className="size-3.5" {...input} />
      <span className="min-w-0 truncate">
        <ColumnLabel id={id} />
      </span>
    </label>
  );
}

type MoveProps = {
  column: ShownColumn;
  by: 1 | -1;
  disabled: boolean;
  onMove: (column: ShownColumn, by: 1 | -1) => void;
};

function Move({ column, by, disabled, onMove }: MoveProps) {
  const Icon = by === -1 ? ArrowUp : ArrowDown;
  return (
    <IconButton
      label={`Move ${columnOf(column.id).label} ${by === -1 ? 'left' : 'right'}`}
      disabled={disabled}
      onClick={() => onMove(column, by)}
      size="small"
    >
      <Icon aria-hidden className="size-3.5" />
    </IconButton>
  );
}
