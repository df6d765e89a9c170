'use client';

import { Search } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { FIELD } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { useAddress } from '@/lib/url/use-address';

/** Searches phone numbers and extracted values; `/` leads here. */
export function SearchField() {
  const { address, type } = useAddress();
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <div className="relative min-w-0 flex-1 md:max-w-md">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint"
      />
      <input
        ref={input}
        type="search"
        aria-label="Search calls"
        placeholder="Phone number or extracted value"
        maxLength={200}
        value={address.search ?? ''}
        onChange={({ target }) =>
          type({ search: target.value.trim() === '' ? null : target.value })
        }
        onKeyDown={leaveByEscape}
        className={`${FIELD} h-8 w-full pr-8 pl-8`}
        autoComplete="off"
        spellCheck={false}
      />
      {!address.search && (
        <span aria-hidden className="pointer-events-none absolute top-1.5 right-2 max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
    </div>
  );
}

/** Browsers empty a search field on Escape; what somebody typed stays. */
function leaveByEscape(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.currentTarget.blur();
}
