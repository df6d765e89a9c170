'use client';

import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { IconButton } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import Sheet from '@/components/ui/sheet';

const KEYS: readonly [keys: string[], action: string][] = [
  [['/'], 'Search calls'],
  [['j'], 'Next row, or next call while one is open'],
  [['k'], 'Previous row, or previous call while one is open'],
  [['Enter'], 'Open the call of the row'],
  [[']'], 'Next call'],
  [['['], 'Previous call'],
  [['1'], 'Rate ✅, or take it back'],
  [['2'], 'Rate 👎, or take it back'],
  [['3'], 'Rate 🚨, or take it back'],
  [['m'], 'Write a note'],
  [['Ctrl', 'Enter'], 'Save the note'],
  [['Esc'], 'Leave the note, or close the call'],
  [['n'], 'Next unreviewed call'],
  [['f'], 'Search in the transcript; Enter and Shift+Enter go through what was found'],
  [['o'], 'Only this value, on a filter’s checkbox'],
  [['x'], 'Exclude this value, on a filter’s checkbox'],
  [['x'], 'Select the row, or the open call, to compare it'],
  [['c'], 'Compare the selected calls'],
  [['Ctrl K', '⌘ K'], 'Command palette: calls, numbers, filters, views, settings'],
  [['?'], 'This list'],
];

type KeyHelpProps = { onClose: () => void; finalFocus: RefObject<HTMLElement | null> };

export default function KeyHelp({ onClose, finalFocus }: KeyHelpProps) {
  const { preferences, setPreferences } = usePage();
  return (
    <Sheet label="Keyboard shortcuts" side="center" onClose={onClose} finalFocus={finalFocus}>
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <h2 className="font-semibold">Keyboard shortcuts</h2>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 p-4">
        {KEYS.map(([keys, action]) => (
          <div key={action} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-muted">{action}</dd>
          </div>
        ))}
      </dl>
      <label className="flex items-center gap-2 border-t border-line px-4 py-3">
        <input
          type="checkbox"
          checked={preferences.shortcuts}
          onChange={(event) => setPreferences({ shortcuts: event.target.checked })}
        />
        Single-key shortcuts are on
      </label>
    </Sheet>
  );
}
