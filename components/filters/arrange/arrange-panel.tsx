'use client';

import { Pin } from 'lucide-react';
import { usePage } from '@/components/shell/context/page-context';
import { Button, IconButton } from '@/components/ui/button';
import { arrangedGroups, flipped, groupLabel } from './groups';

/** Which groups of filters are shown, and which of them come first. */
export default function ArrangePanel() {
  const { preferences, setPreferences } = usePage();
  const { pinnedGroups: pinned, hiddenGroups: hidden } = preferences;
  return (
    <div className="w-60 p-2">
      <ul>
        {arrangedGroups({ pinned }).map((group) => {
          const label = groupLabel(group);
          const isPinned = pinned.includes(group);
          return (
            <li key={group} className="flex items-center rounded pl-2 hover:bg-hover">
              <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  className="size-3.5"
                  checked={!hidden.includes(group)}
                  onChange={() => setPreferences({ hiddenGroups: flipped(hidden, group) })}
                />
                {label}
              </label>
              <IconButton
                label={`Pin ${label}`}
                size="small"
                aria-pressed={isPinned}
                onClick={() => setPreferences({ pinnedGroups: flipped(pinned, group) })}
                className="aria-pressed:text-accent"
              >
                <Pin aria-hidden className={isPinned ? 'size-3.5 fill-current' : 'size-3.5'} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 border-t border-line px-2 pt-2 text-xs text-muted">
        Pinned groups come first. A hidden group is shown while it filters.
      </p>
      <Button
        kind="ghost"
        className="mt-1 w-full"
        onClick={() => setPreferences({ pinnedGroups: [], hiddenGroups: [] })}
      >
        Reset groups
      </Button>
    </div>
  );
}
