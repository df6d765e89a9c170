'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Link2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { IconButton } from '@/components/ui/button';
import { useAddress } from '@/lib/url/use-address';
import { CompareTable } from './compare-table';
import { useCompared } from './compared';

/** Calls side by side, over the whole page. Load it lazily. */
export default function CompareView({ ids }: { ids: readonly string[] }) {
  const { choose } = useAddress();
  const columns = useCompared(ids);
  const popup = useRef<HTMLDivElement>(null);
  const [before] = useState(() => document.activeElement);
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const close = () => choose({ compare: null });

  // A column takes its buttons along when it goes: the keyboard goes on from the comparison itself.
  useEffect(() => {
    if (ids.length > 0 && document.activeElement === document.body) popup.current?.focus();
  }, [ids.length]);

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.35)]" />
        <Dialog.Popup
          ref={popup}
          data-overlay
          initialFocus={popup}
          finalFocus={() => whereFrom(before)}
          className="fixed inset-0 z-50 flex flex-col bg-canvas text-text outline-none md:inset-4 md:rounded-lg md:border md:border-line-strong md:shadow-xl"
        >
          <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
            <Dialog.Title className="mr-auto min-w-0 truncate text-lg font-semibold">
              Compare calls
            </Dialog.Title>
            <label className="mr-2 flex min-h-6 items-center gap-2 text-sm whitespace-nowrap">
              <input
                type="checkbox"
                role="switch"
                aria-checked={onlyDifferences}
                checked={onlyDifferences}
                onChange={({ target }) => setOnlyDifferences(target.checked)}
              />
              Only differences
            </label>
            <CopyButton label="Copy link" icon={Link2} text={() => location.href} size="medium" />
            <IconButton label="Close" shortcut="Esc" onClick={close}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </header>
          <CompareTable
            columns={columns}
            onlyDifferences={onlyDifferences}
            onOpen={(id) => choose({ compare: null, call: id, tab: null })}
            onRemove={remove}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );

  function remove(id: string) {
    const left = ids.filter((each) => each !== id);
    choose({ compare: left.length > 0 ? left : null });
  }
}

/** Where the keyboard was before, or where it enters the list when that is gone or this view came by a link. */
function whereFrom(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected)
    return before;
  return document.querySelector<HTMLElement>('tr[data-call] a[tabindex="0"]');
}
