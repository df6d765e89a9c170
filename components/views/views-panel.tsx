'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { useAddress } from '@/lib/url/use-address';
import {
  nameProblem,
  newViewId,
  type SavedView,
  tidyName,
  type ViewPage,
  viewQuery,
} from '@/lib/views/saved-view';
import type { StoredViews } from '@/lib/views/stored-views';
import {
  adding,
  discardingUnreadable,
  removing,
  replacing,
  restoring,
} from '@/lib/views/view-edits';
import { CopyLinks } from './copy-links';
import { NameForm } from './name-form';
import { SharedViews } from './shared-views';
import { UnreadableViews } from './unreadable-views';
import { useSharedViews } from './use-shared-views';
import { localViews, useOpenedView, useViewOpener, useViews } from './use-views';
import { ViewRow } from './view-row';

/** What was done, to be read and heard; `undo` takes it back. */
type Told = { words: string; name: string; undo?: () => void };

/** The saved views, the ways to change them, and the link to what is shown. */
export default function ViewsPanel({ onClose }: { onClose: () => void }) {
  const { views, unreadable, problem } = useViews();
  const { page, view: opened, modified } = useOpenedView();
  const { open, hrefOf } = useViewOpener();
  const sharing = useSharedViews();
  const { address, correct } = useAddress();
  const [told, setTold] = useState<Told | null>(null);
  const [failure, setFailure] = useState(problem);
  const undo = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirst(panel.current), []);
  return (
    <div ref={panel} tabIndex={-1} className="w-96 max-w-full text-sm outline-none">
      <div className="p-3">
        <h2 className="text-base font-semibold">Views</h2>
        <p className="mt-0.5 text-xs text-muted">
          Mine, kept in this browser.
          {!sharing.possible && ' Views for a whole team need sign-in, which is switched off here.'}
        </p>
      </div>
      {views.length > 0 && (
        <ul aria-label="Saved views" className="max-h-72 overflow-y-auto px-1.5 pb-2">
          {views.map((view, index) => (
            <ViewRow
              key={view.id}
              view={view}
              href={hrefOf(view)}
              current={view.id === opened?.id}
              modified={view.id === opened?.id && modified}
              check={(name) => nameProblem(name, views, view)}
              onOpen={() => {
                onClose();
                open(view);
              }}
              onRename={(name) => rename(view, name)}
              onDelete={() => remove(view, index)}
              onShare={sharing.mayShare ? () => void share(view) : undefined}
            />
          ))}
        </ul>
      )}
      <div role="status" className="empty:hidden px-3 pb-2 text-xs">
        {told && (
          <span className="flex min-h-6 items-center gap-2">
            <span className="min-w-0 truncate">
              {told.words} “<bdi>{told.name}</bdi>”.
            </span>
            {told.undo && (
              <Button ref={undo} size="small" onClick={takeBack}>
                Undo
              </Button>
            )}
          </span>
        )}
      </div>
      {failure && (
        <p role="alert" className="px-3 pb-2 text-xs text-bad">
          {failure}
        </p>
      )}
      {page && (
        <div className="flex flex-col gap-2 border-t border-line p-3">
          {opened && modified && (
            <Button kind="accent" onClick={() => update(opened, page)} className="min-w-0">
              <span className="min-w-0 truncate">
                Update “<bdi>{opened.name}</bdi>”
              </span>
            </Button>
          )}
          <NameForm
            label="Name for what this page shows"
            action={opened ? 'Save as new' : 'Save'}
            check={(name) => nameProblem(name, views)}
            onName={(name) => save(name, page)}
          />
        </div>
      )}
      <UnreadableViews
        unreadable={unreadable}
        onDiscard={() => void change(discardingUnreadable, null)}
      />
      <SharedViews
        sharing={sharing}
        hrefOf={hrefOf}
        onOpen={(view) => {
          onClose();
          open(view);
        }}
      />
      {page && <CopyLinks />}
    </div>
  );

  async function change(edit: (stored: StoredViews) => StoredViews, done: Told | null) {
    const outcome = await localViews().change(edit);
    flushSync(() => {
      setFailure(outcome.kept ? null : outcome.problem);
      setTold(outcome.kept ? done : null);
    });
    // The button that did it can be gone by now.
    if (outcome.kept && done?.undo) undo.current?.focus();
    return outcome.kept;
  }

  function takeBack() {
    told?.undo?.();
    panel.current?.focus();
  }

  /** The page shows the new view from now on; what it shows does not change. */
  async function save(given: string, shown: ViewPage) {
    const name = tidyName(given);
    const view = { id: newViewId(), name, page: shown, query: viewQuery(shown, address) };
    const kept = await change(adding(view), { words: 'Saved', name });
    if (kept) correct({ view: view.id });
    return kept;
  }

  async function share(view: SavedView) {
    if (await sharing.share(view)) setTold({ words: 'Shared with everybody:', name: view.name });
  }

  function update(view: SavedView, shown: ViewPage) {
    const query = viewQuery(shown, address);
    const before = () => void change(replacing(view), { words: 'As it was:', name: view.name });
    void change(replacing({ ...view, query }), { words: 'Updated', name: view.name, undo: before });
  }

  function rename(view: SavedView, given: string) {
    const name = tidyName(given);
    return change(replacing({ ...view, name }), { words: 'Renamed to', name });
  }

  function remove(view: SavedView, at: number) {
    const back = () => void change(restoring(view, at), { words: 'Back again:', name: view.name });
    void change(removing(view), { words: 'Deleted', name: view.name, undo: back });
  }
}

/** When the popover was there before its content, it has taken the focus itself. */
function focusFirst(panel: HTMLElement | null) {
  const popup = panel?.closest('[role="dialog"]');
  if (popup && popup === document.activeElement) panel?.querySelector('a')?.focus();
}
