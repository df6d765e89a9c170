'use client';

import clsx from 'clsx';
import { Bookmark, Pencil, Share2, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { type MouseEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/button';
import { type SavedView, viewProblems } from '@/lib/views/saved-view';
import { NameForm } from './name-form';
import { PAGE_LABELS } from './page-labels';

type ViewRowProps = {
  view: SavedView;
  href: string;
  /** It is the one that was opened. */
  current: boolean;
  modified: boolean;
  check: (name: string) => string | undefined;
  onOpen: () => void;
  /** Whether the new name is kept. */
  onRename: (name: string) => Promise<boolean>;
  onDelete: () => void;
  /** Gives it to everybody; absent for who may not. */
  onShare?: (() => void) | undefined;
};

/** One view: a link to it, and the ways to change it. */
export function ViewRow(props: ViewRowProps) {
  const { view, href, current, modified, check, onOpen, onRename, onDelete, onShare } = props;
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  if (renaming)
    return (
      <li className="py-0.5 pl-1">
        <NameForm
          label="New name"
          action="Rename"
          check={check}
          onName={rename}
          rename={{ name: view.name, onCancel: stopRenaming }}
        />
      </li>
    );
  return (
    <li
      className={clsx(
        'flex items-center rounded-md pr-1',
        current ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <Link
        href={href}
        prefetch={false}
        title={view.name}
        aria-current={current ? 'true' : undefined}
        onClick={open}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-sm"
      >
        <Bookmark
          aria-hidden
          className={clsx('size-3.5 shrink-0', current ? 'fill-current text-accent' : 'text-faint')}
        />
        <bdi className={clsx('min-w-0 truncate', current && 'font-medium')}>{view.name}</bdi>
        <span className="ml-auto shrink-0 pl-1 text-xs text-muted">{PAGE_LABELS[view.page]}</span>
        {modified && (
          <Badge tone="warn" className="shrink-0">
            modified
          </Badge>
        )}
        {viewProblems(view).length > 0 && <Badge tone="bad">not fully understood</Badge>}
      </Link>
      <IconButton
        ref={pencil}
        label={`Rename ${view.name}`}
        size="small"
        onClick={() => setRenaming(true)}
        className="ml-1"
      >
        <Pencil aria-hidden className="size-3.5" />
      </IconButton>
      {onShare && (
        <IconButton label={`Share ${view.name}`} size="small" onClick={onShare}>
          <Share2 aria-hidden className="size-3.5" />
        </IconButton>
      )}
      <IconButton label={`Delete ${view.name}`} size="small" onClick={onDelete}>
        <Trash2 aria-hidden className="size-3.5" />
      </IconButton>
    </li>
  );

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  }

  async function rename(name: string) {
    const kept = await onRename(name);
    if (kept) stopRenaming();
    return kept;
  }

  /** The focus goes back to where the renaming began. */
  function stopRenaming() {
    flushSync(() => setRenaming(false));
    pencil.current?.focus();
  }
}
