import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import { isMasked } from '@/lib/call/values/masked-number';
import { CopyButton } from './copy-button';

/** A titled part of a tab. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-b-0">
      <h3 className="mb-1 text-xs font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}

/** Names and values, one pair to a line. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[minmax(88px,7.5rem)_minmax(0,1fr)] gap-x-3 text-sm">
      {children}
    </dl>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid py-0.5">
      <dt className="text-muted">
        <bdi>{label}</bdi>
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

type ValueProps = {
  text: string | null | undefined;
  /** What the eye sees, where that is not the text itself; `text` is what is copied. */
  shown?: string;
  /** An identifier, not a word. */
  mono?: boolean;
  /** Offers to copy the text, under this name. */
  copy?: string;
};

/** A text of a fact, a dash when there is none. */
export function Value({ text, shown, mono = false, copy }: ValueProps) {
  if (!text) return <Missing />;
  return (
    <span className="flex items-start gap-1">
      <bdi
        title={shown === undefined ? undefined : text}
        className={clsx(
          'min-w-0 whitespace-pre-wrap wrap-anywhere',
          mono && 'font-mono text-xs leading-5',
        )}
      >
        {shown ?? text}
      </bdi>
      {copy && !isMasked(text) && <CopyButton label={copy} text={() => text} />}
    </span>
  );
}

const SHOWN_ITEMS = 30;

/** Several short things one after the other; of very many the first ones and how many more there are. */
export function Several({
  items,
  draw,
}: {
  items: readonly string[] | null | undefined;
  draw: (item: string) => ReactNode;
}) {
  const distinct = [...new Set(items)];
  if (distinct.length === 0) return <Missing />;
  const more = distinct.length - SHOWN_ITEMS;
  return (
    <ul className="flex flex-wrap gap-x-2 gap-y-1">
      {distinct.slice(0, SHOWN_ITEMS).map((item) => (
        <li key={item} className="max-w-full min-w-0">
          {draw(item)}
        </li>
      ))}
      {more > 0 && <li className="text-muted">and {more} more, see Raw</li>}
    </ul>
  );
}
