'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import type { RefObject } from 'react';
import { TEXT_LINK } from '@/components/reading/text-link';
import { usePage } from '@/components/shell/context/page-context';
import { IconButton } from '@/components/ui/button';
import Sheet from '@/components/ui/sheet';
import { KeyList } from './key-list';

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
      <div className="p-4">
        <KeyList />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={preferences.shortcuts}
            onChange={(event) => setPreferences({ shortcuts: event.target.checked })}
          />
          Single-key shortcuts are on
        </label>
        <Link href="/help" prefetch={false} className={TEXT_LINK}>
          All help
        </Link>
      </div>
    </Sheet>
  );
}
