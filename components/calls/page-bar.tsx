'use client';

import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import type { FormEvent } from 'react';
import { IconButton } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';

const PAGE_SIZES = [25, 50, 100, 500, 2000];

type PageBarProps = {
  count: number;
  limit: number;
  offset: number;
  /** How many calls are on this page. */
  shown: number;
};

/** Where in the list we are, and the ways to go on. */
export function PageBar({ count, limit, offset, shown }: PageBarProps) {
  const { choose, filter } = useAddress();
  const pages = Math.max(1, Math.ceil(count / limit));
  const page = Math.floor(offset / limit) + 1;
  const go = (to: number) => choose({ offset: (Math.min(pages, Math.max(1, to)) - 1) * limit });
  const sizes = PAGE_SIZES.includes(limit)
    ? PAGE_SIZES
    : [...PAGE_SIZES, limit].sort((a, b) => a - b);
  return (
    <nav
      aria-label="Pagination"
      className="flex h-11 shrink-0 items-center gap-2 border-t border-line bg-canvas px-3 text-sm md:px-4"
    >
      <p className="mr-auto truncate text-muted">
        <span className="text-text">
          {shown > 0 ? `${formatCount(offset + 1)}–${formatCount(offset + shown)}` : '0'}
        </span>{' '}
        of <span className="text-text">{formatCount(count)}</span>
      </p>
      <label className="flex items-center gap-2 text-muted @max-xl:hidden">
        Rows
        <select
          value={limit}
          onChange={(event) => filter({ limit: Number(event.target.value) })}
          className={`${FIELD} h-7 pr-1 pl-2`}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {formatCount(size)}
            </option>
          ))}
        </select>
      </label>
      <div className="flex items-center">
        <IconButton label="First page" disabled={page <= 1} onClick={() => go(1)}>
          <ChevronFirst aria-hidden className="size-4" />
        </IconButton>
        <IconButton label="Previous page" disabled={page <= 1} onClick={() => go(page - 1)}>
          <ChevronLeft aria-hidden className="size-4" />
        </IconButton>
        <form onSubmit={jump} className="flex items-center gap-1.5 px-1 text-muted">
          <input
            key={page}
            name="page"
            aria-label="Page"
            inputMode="numeric"
            defaultValue={page}
            className={`${FIELD} h-7 w-14 px-2 text-right max-md:w-11`}
            autoComplete="off"
          />
          <span className="whitespace-nowrap">of {formatCount(pages)}</span>
        </form>
        <IconButton label="Next page" disabled={page >= pages} onClick={() => go(page + 1)}>
          <ChevronRight aria-hidden className="size-4" />
        </IconButton>
        <IconButton label="Last page" disabled={page >= pages} onClick={() => go(pages)}>
          <ChevronLast aria-hidden className="size-4" />
        </IconButton>
      </div>
    </nav>
  );

  function jump(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = Number(new FormData(event.currentTarget).get('page'));
    if (Number.isInteger(wanted) && wanted > 0) go(wanted);
    else event.currentTarget.reset();
  }
}
