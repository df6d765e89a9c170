'use client';

import { Users, X } from 'lucide-react';
import Link from 'next/link';
import type { MouseEvent } from 'react';
import { IconButton } from '@/components/ui/button';
import type { SavedView } from '@/lib/views/saved-view';
import type { SharedView } from '@/lib/views/shared-view';
import { PAGE_LABELS } from './page-labels';
import type { Sharing } from './use-shared-views';

type SharedViewsProps = {
  sharing: Sharing;
  hrefOf: (view: SavedView) => string;
  onOpen: (view: SavedView) => void;
};

/** The views of the team: everybody opens them, managers share and unshare. */
export function SharedViews({ sharing, hrefOf, onOpen }: SharedViewsProps) {
  const { views, problem, possible, mayShare, unshare } = sharing;
  if (!possible) return null;
  return (
    <section aria-label="Shared views" className="border-t border-line py-2">
      <h3 className="px-3 pb-1 text-xs font-semibold text-muted">Shared with everybody</h3>
      {views.length > 0 ? (
        <ul className="max-h-48 overflow-y-auto px-1.5">
          {views.map((view) => (
            <li key={view.id} className="flex items-center rounded-md pr-1 hover:bg-hover">
              <Link
                href={hrefOf(view)}
                prefetch={false}
                title={`${view.name}, shared by ${view.shared_by}`}
                onClick={(event) => open(event, view)}
                className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-sm"
              >
                <Users aria-hidden className="size-3.5 shrink-0 text-faint" />
                <bdi className="min-w-0 truncate">{view.name}</bdi>
                <span className="ml-auto shrink-0 pl-1 text-xs text-muted">
                  {PAGE_LABELS[view.page]}
                </span>
              </Link>
              {mayShare && (
                <IconButton
                  label={`Unshare ${view.name}`}
                  size="small"
                  onClick={() => void unshare(view)}
                >
                  <X aria-hidden className="size-3.5" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="px-3 text-xs text-muted">
          {problem ? 'Not known.' : mayShare ? 'None yet: share one of yours.' : 'None yet.'}
        </p>
      )}
      {!mayShare && (
        <p className="px-3 pt-1 text-xs text-muted">Sharing views takes the role “manager”.</p>
      )}
      {problem && (
        <p role="alert" className="px-3 pt-1 text-xs text-bad">
          {problem}
        </p>
      )}
    </section>
  );

  function open(event: MouseEvent, view: SharedView) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(view);
  }
}
