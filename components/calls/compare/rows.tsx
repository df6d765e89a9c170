import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import type { CallRow } from '@/lib/call/call';
import type { Compared } from './compared';

export type SectionProps = { columns: readonly Compared[]; onlyDifferences: boolean };

/** Something to compare calls by. */
export type ComparedFact = {
  label: string;
  /** What tells whether calls differ here. */
  by: (call: CallRow) => unknown;
  draw: (call: CallRow) => ReactNode;
};

/** Whether the calls that are known say the same; those that are not make no difference. */
export function saySame(columns: readonly Compared[], by: (call: CallRow) => unknown): boolean {
  const said = columns.flatMap(({ call }) => (call ? [JSON.stringify(by(call) ?? null)] : []));
  return new Set(said).size <= 1;
}

type FactSectionProps = SectionProps & { title: string; facts: readonly ComparedFact[] };

export function FactSection({ title, facts, columns, onlyDifferences }: FactSectionProps) {
  const rows = facts.map((fact) => ({ ...fact, same: saySame(columns, fact.by) }));
  return (
    <CompareSection title={title} columns={columns}>
      {rows
        .filter(({ same }) => !(same && onlyDifferences))
        .map(({ label, draw, same }) => (
          <CompareRow key={label} label={label} same={same}>
            {columns.map(({ id, call }) => (
              <CompareCell key={id}>{call ? draw(call) : <Unknown />}</CompareCell>
            ))}
          </CompareRow>
        ))}
      {onlyDifferences && rows.every(({ same }) => same) && <NoDifference columns={columns} />}
    </CompareSection>
  );
}

type CompareSectionProps = {
  title: ReactNode;
  columns: readonly Compared[];
  children: ReactNode;
};

/** Rows that belong together, under their title. */
export function CompareSection({ title, columns, children }: CompareSectionProps) {
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={columns.length + 1}
          className="border-b border-line bg-canvas px-3 pt-4 pb-1 text-left text-xs font-semibold text-muted md:px-4"
        >
          <span className="sticky left-3 inline-block md:left-4">{title}</span>
        </th>
      </tr>
      {children}
    </tbody>
  );
}

type CompareRowProps = {
  label: ReactNode;
  /** The field's own key, where the label is a reading of it. */
  title?: string;
  /** Literal class name of an indent. */
  indent?: string;
  /** null where it makes no sense to ask. */
  same: boolean | null;
  children: ReactNode;
};

export function CompareRow({ label, title, indent, same, children }: CompareRowProps) {
  return (
    <tr className="align-top">
      <th
        scope="row"
        title={title}
        className="sticky left-0 z-10 border-r border-b border-line border-r-line-strong bg-canvas py-1 pr-2 pl-3 text-left font-normal text-muted md:pl-4"
      >
        <span className={clsx('flex items-start gap-1', indent)}>
          <bdi className="min-w-0 flex-1 wrap-anywhere">{label}</bdi>
          {same === false && (
            <span title="The calls differ here" className="shrink-0 font-semibold text-warn">
              <span aria-hidden>≠</span>
              <span className="sr-only">, differs</span>
            </span>
          )}
        </span>
      </th>
      {children}
    </tr>
  );
}

export function CompareCell({
  marked = false,
  children,
}: {
  marked?: boolean;
  children: ReactNode;
}) {
  return (
    <td
      className={clsx(
        'border-b border-l border-line px-3 py-1 wrap-anywhere nth-2:border-l-0',
        marked && 'bg-warn-soft',
      )}
    >
      {children}
    </td>
  );
}

/** The call itself is not known. */
export function Unknown() {
  return <Missing>not known</Missing>;
}

export function NoDifference({ columns }: { columns: readonly Compared[] }) {
  return (
    <tr>
      <td
        colSpan={columns.length + 1}
        className="border-b border-line px-3 py-1 text-muted md:px-4"
      >
        <span className="sticky left-3 md:left-4">No differences.</span>
      </td>
    </tr>
  );
}
