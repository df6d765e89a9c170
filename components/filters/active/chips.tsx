'use client';

import { X } from 'lucide-react';
import type { MouseEvent } from 'react';
import RefusedChoice from '@/components/filters/refused-choice';
import { type FilterChange, useAddress } from '@/lib/url/use-address';
import { noFilters } from './active-filters';
import { useActiveFilters } from './use-active-filters';

/** What narrows the list, each with a way to take it away, and a choice that could not be made. Load it lazily. */
export default function Chips() {
  const { address, filter } = useAddress();
  const active = useActiveFilters();
  if (active.length === 0) return <RefusedChoice />;
  return (
    <>
      <RefusedChoice />
      <div className="flex shrink-0 items-start gap-2 border-b border-line px-4 py-2">
        <ul
          aria-label="Active filters"
          className="flex max-h-20 min-w-0 flex-1 flex-wrap gap-1.5 overflow-auto"
        >
          {active.map(({ key, name, value, removal }) => (
            <li key={`${key} ${value}`} className="min-w-0">
              <button
                type="button"
                aria-label={`Remove filter ${name}: ${value}`}
                onClick={(event) => remove(event, removal)}
                className="flex h-6 max-w-72 min-w-0 items-center gap-1 rounded-md border border-line-strong bg-surface pr-1.5 pl-2 text-xs hover:bg-hover"
              >
                <span className="shrink-0 text-muted">{name}</span>
                <bdi className="truncate font-medium">{value}</bdi>
                <X aria-hidden className="size-3 shrink-0 text-faint" />
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          onClick={() => {
            focusOn(document.querySelector('input[type="search"]'));
            filter(noFilters(address));
          }}
          className="h-6 shrink-0 rounded px-1 text-xs font-medium text-accent hover:underline"
        >
          Clear filters
        </button>
      </div>
    </>
  );

  /** The keyboard goes on at the chip beside, or when it was the last one at the search. */
  function remove({ currentTarget }: MouseEvent, removal: FilterChange) {
    const item = currentTarget.closest('li');
    const beside = item?.nextElementSibling ?? item?.previousElementSibling;
    focusOn(beside?.querySelector('button') ?? document.querySelector('input[type="search"]'));
    filter(removal);
  }
}

function focusOn(element: Element | null) {
  if (element instanceof HTMLElement) element.focus();
}
