import type { ReactNode } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import { type NestedRow, nestedRows, type PlainValue } from '@/lib/call/nested/nested-rows';
import { keyLabel } from '@/lib/format/key-label';

/** Literal class names, by the depth of a row. */
const INDENTS = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-16', 'pl-20'];

type ExtractionTableProps = {
  label: string;
  record: Record<string, unknown>;
  /** What can be done with a value, beside it. */
  actions?: (row: NestedRow) => ReactNode;
  /** Called when the hand or the focus comes to the values. */
  onLook?: () => void;
  /** Rows after those of the record. */
  children?: ReactNode;
};

/** What the agent took down, or any other record of unknown shape, as a table of names and values. */
export function ExtractionTable(props: ExtractionTableProps) {
  const { label, record, actions, onLook, children } = props;
  const { rows, cut } = nestedRows(record);
  if (rows.length === 0 && !children) return <p className="text-sm text-muted">Nothing in it.</p>;
  return (
    <>
      <table
        aria-label={label}
        className="w-full table-fixed text-sm"
        onPointerEnter={onLook}
        onFocus={onLook}
      >
        <tbody>
          {rows.map((row, place) => (
            <ExtractionRow key={`${place} ${row.key}`} row={row} actions={actions?.(row)} />
          ))}
          {children}
        </tbody>
      </table>
      {cut && <p className="mt-2 text-sm text-muted">There is more than fits here: see Raw.</p>}
    </>
  );
}

function ExtractionRow({ row, actions }: { row: NestedRow; actions: ReactNode }) {
  const { key, listed, depth, value } = row;
  return (
    <tr className="group/value border-b border-line align-top last:border-b-0">
      <th
        scope="row"
        colSpan={value === undefined ? 2 : 1}
        title={key}
        className="w-2/5 py-1 pr-3 text-left font-normal text-muted"
      >
        <bdi className={`block wrap-anywhere ${INDENTS[depth] ?? ''}`}>
          {listed ? key : keyLabel(key) || '(no name)'}
        </bdi>
      </th>
      {value !== undefined && (
        <td className="relative py-1">
          <Shown value={value} />
          {actions}
        </td>
      )}
    </tr>
  );
}

function Shown({ value }: { value: PlainValue }) {
  if (value === null) return <Missing>nothing</Missing>;
  if (value === '') return <Missing>empty</Missing>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return <bdi className="whitespace-pre-wrap wrap-anywhere">{String(value)}</bdi>;
}
