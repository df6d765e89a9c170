import { Missing } from '@/components/calls/list/table/cells';
import { type DiffCell, type DiffRow, diffRecords } from '@/lib/call/nested/record-diff';
import { keyLabel } from '@/lib/format/key-label';
import {
  CompareCell,
  CompareRow,
  CompareSection,
  NoDifference,
  type SectionProps,
  Unknown,
} from './rows';

/** Literal class names, by the depth of a row. */
const INDENTS = ['', 'pl-2', 'pl-4', 'pl-6', 'pl-8', 'pl-10'];

/** What the agent took down on each call, field by field. */
export function ExtractionRows({ columns, onlyDifferences }: SectionProps) {
  const { rows, cut } = diffRecords(columns.map(({ call }) => call && (call.extraction ?? null)));
  const shown = rows.filter(({ same }) => !(same && onlyDifferences));
  return (
    <CompareSection title="Extraction" columns={columns}>
      {shown.map((row, place) => (
        <CompareRow
          key={`${place} ${row.key}`}
          label={row.listed ? row.key : keyLabel(row.key) || '(no name)'}
          title={row.key}
          indent={INDENTS[row.depth] ?? ''}
          same={row.same}
        >
          {row.cells.map((cell, column) => (
            <CompareCell key={columns[column]?.id} marked={isMarked(row, cell)}>
              <Shown cell={cell} row={row} />
            </CompareCell>
          ))}
        </CompareRow>
      ))}
      {rows.length === 0 && (
        <CompareRow label="Fields" same={null}>
          {columns.map(({ id, call }) => (
            <CompareCell key={id}>
              {call ? <Missing>nothing extracted</Missing> : <Unknown />}
            </CompareCell>
          ))}
        </CompareRow>
      )}
      {rows.length > 0 && shown.length === 0 && <NoDifference columns={columns} />}
      {cut && (
        <CompareRow label="And more" same={null}>
          {columns.map(({ id }) => (
            <CompareCell key={id}>There is more than fits here.</CompareCell>
          ))}
        </CompareRow>
      )}
    </CompareSection>
  );
}

/** A row that only names its parts leaves the marks to them. */
function isMarked({ same }: DiffRow, { kind }: DiffCell): boolean {
  return !same && kind !== 'unknown' && kind !== 'parts';
}

function Shown({ cell, row }: { cell: DiffCell; row: DiffRow }) {
  switch (cell.kind) {
    case 'unknown':
      return <Unknown />;
    case 'missing':
      return <span className="text-faint italic">not there</span>;
    case 'null':
      return <Missing>nothing</Missing>;
    case 'parts':
      return null;
    case 'json':
      return <bdi className="font-mono text-xs">{cell.text}</bdi>;
    case 'plain':
      return <Plain value={cell.value} row={row} />;
  }
}

function Plain({ value, row }: { value: string | number | boolean; row: DiffRow }) {
  if (value === '') return <span className="text-faint italic">empty</span>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = isMistakable(value, row) ? JSON.stringify(value) : String(value);
  return <bdi className="whitespace-pre-wrap">{text}</bdi>;
}

/** A text that looks like the number beside it is quoted. */
function isMistakable(value: string | number, { cells }: DiffRow): boolean {
  if (typeof value !== 'string') return false;
  return cells.some(
    (cell) => cell.kind === 'plain' && cell.value !== value && String(cell.value) === value,
  );
}
