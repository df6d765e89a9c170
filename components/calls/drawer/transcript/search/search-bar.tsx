'use client';

import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { TurnListHandle } from '@/components/calls/drawer/transcript/turns/turn-list';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { IconButton } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { MOST_HITS } from '@/lib/call/transcript/transcript-search';
import { formatCount } from '@/lib/format/number';
import type { TranscriptSearch } from './use-search';

type SearchBarProps = { search: TranscriptSearch; list: RefObject<TurnListHandle | null> };

/** Finds text in the transcript; `f` leads here, Enter and Shift+Enter to the next and the previous place. */
export function SearchBar({ search, list }: SearchBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ f: () => input.current?.focus() });
  const none = search.hits.length === 0;
  return (
    <search className="flex min-w-0 flex-1 items-center gap-0.5">
      <div className="relative min-w-0 flex-1">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1.5 left-2 size-3.5 text-faint"
        />
        <input
          ref={input}
          type="search"
          aria-label="Search in transcript"
          placeholder="Search in transcript"
          maxLength={200}
          value={search.text}
          onChange={({ target }) => search.setText(target.value)}
          onKeyDown={onKey}
          className={`${FIELD} h-7 w-full pr-7 pl-7`}
          autoComplete="off"
          spellCheck={false}
        />
        {search.text === '' && (
          <span aria-hidden className="pointer-events-none absolute top-1 right-1.5 max-md:hidden">
            <Kbd>f</Kbd>
          </span>
        )}
      </div>
      <span role="status" className="min-w-16 px-1 text-center text-xs text-muted">
        {search.text.trim() !== '' && countOf(search)}
      </span>
      <IconButton
        label="Previous hit"
        shortcut="Shift+Enter"
        size="small"
        aria-disabled={none}
        onClick={() => search.step(-1)}
      >
        <ChevronUp aria-hidden className="size-3.5" />
      </IconButton>
      <IconButton
        label="Next hit"
        shortcut="Enter"
        size="small"
        aria-disabled={none}
        onClick={() => search.step(1)}
      >
        <ChevronDown aria-hidden className="size-3.5" />
      </IconButton>
    </search>
  );

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') search.step(event.shiftKey ? -1 : 1);
    if (event.key !== 'Escape') return;
    // The drawer stays open: Escape leaves the search first.
    event.preventDefault();
    search.setText('');
    list.current?.focus();
  }
}

function countOf({ hits, at }: TranscriptSearch): string {
  if (hits.length === 0) return 'Not found';
  const more = hits.length === MOST_HITS ? '+' : '';
  return `${formatCount(at + 1)} of ${formatCount(hits.length)}${more}`;
}
