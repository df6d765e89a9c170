'use client';

import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';

const PAGE_SIZES = [25, 50, 100, 500, 2000];

type PageBarProps = {
  count: number;
  /** Place of the first call on screen, from 0. */
  offset: number;
  /** How many calls are on screen. */
  shown: number;
};

/** Where in the list we are, and the ways to go on. They start from the address, which is ahead of what is shown. */
export function PageBar({ count, offset, shown }: PageBarProps) {
  const { address, choose, filter } = useAddress();
  const { limit } = address;
  const pages = Math.max(1, Math.ceil(count / limit));
  const page = Math.min(pages, Math.floor(address.offset / limit) + 1);
  const atStart = address.offset <= 0;
  const atEnd = address.offset + limit >= count;
  const go = (to: number) => {
    if (to !== address.offset) choose({ offset: to });
  };
  const sizes = PAGE_SIZES.includes(limit)
    ? PAGE_SIZES
    : [...PAGE_SIZES, limit].sort((a, b) => a - b);
  return (
    <nav
      aria-label="Pagination"
      className="flex h-11 shrink-0 items-center gap-1 border-t border-line bg-canvas px-2 text-sm md:px-4 print:hidden"
    >
      <p className="mr-auto min-w-0 truncate pl-1 text-muted">
        <span className="text-text">
          {shown > 0 ? `${formatCount(offset + 1)}–${formatCount(offset + shown)}` : '0'}
        </span>{' '}
        of <span className="text-text">{formatCount(count)}</span>
      </p>
      <label className="flex items-center gap-2 text-muted">
        <span className="@max-xl:sr-only">Rows</span>
        <select
          value={limit}
          onChange={(event) => filter({ limit: Number(event.target.value) })}
          className={`${FIELD} h-7 pl-1`}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {formatCount(size)}
            </option>
          ))}
        </select>
      </label>
      <div className="flex items-center">
        <IconButton
          label="First page"
          disabled={atStart}
          onClick={() => go(0)}
          className="@max-md:hidden"
        >
          <ChevronFirst aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label="Previous page"
          disabled={atStart}
          onClick={() => go(Math.max(0, address.offset - limit))}
        >
          <ChevronLeft aria-hidden className="size-4" />
        </IconButton>
        <PageField page={page} pages={pages} onGo={(wanted) => go((wanted - 1) * limit)} />
        <IconButton label="Next page" disabled={atEnd} onClick={() => go(address.offset + limit)}>
          <ChevronRight aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label="Last page"
          disabled={atEnd}
          onClick={() => go((pages - 1) * limit)}
          className="@max-md:hidden"
        >
          <ChevronLast aria-hidden className="size-4" />
        </IconButton>
      </div>
    </nav>
  );
}

type PageFieldProps = { page: number; pages: number; onGo: (page: number) => void };

function PageField({ page, pages, onGo }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form onSubmit={jump} className="flex items-center gap-1.5 px-1 text-muted">
      <input
        aria-label="Page"
        inputMode="numeric"
        value={typed ?? page}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        className={`${FIELD} h-7 w-14 px-2 text-right @max-md:w-12 @max-md:px-1`}
        autoComplete="off"
      />
      <span className="whitespace-nowrap @max-sm:sr-only">of {formatCount(pages)}</span>
    </form>
  );

  function jump(event: FormEvent) {
    event.preventDefault();
    const wanted = Number(typed ?? page);
    if (Number.isInteger(wanted) && wanted > 0) onGo(Math.min(pages, wanted));
    setTyped(null);
  }
}
