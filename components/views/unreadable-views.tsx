'use client';

import { TriangleAlert } from 'lucide-react';
import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { Button } from '@/components/ui/button';
import { plural } from '@/lib/format/number';

type UnreadableViewsProps = { unreadable: readonly string[]; onDiscard: () => void };

/** What was kept and is damaged: it can be taken along, and goes only when somebody says so. */
export function UnreadableViews({ unreadable, onDiscard }: UnreadableViewsProps) {
  if (unreadable.length === 0) return null;
  return (
    <div role="note" className="flex gap-2 border-t border-line bg-warn-soft p-3 text-xs text-warn">
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p>
          {plural(unreadable.length, 'saved entry', 'saved entries')} in this browser could not be
          read. Nothing was thrown away.
        </p>
        <p className="mt-1 flex items-center gap-1">
          <Button size="small" onClick={onDiscard}>
            Discard
          </Button>
          <CopyButton label="Copy what is kept" text={() => unreadable.join('\n')} />
        </p>
      </div>
    </div>
  );
}
