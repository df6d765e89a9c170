'use client';

import { Keyboard } from 'lucide-react';
import { useRef, useState } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { IconButton } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';

const KeyHelp = lazily(() => import('./key-help'));

/** Opens the list of keys; `?` does too. */
export function KeyHelpButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useShortcuts({ '?': () => setOpen(true) });
  return (
    <>
      <IconButton
        ref={button}
        label="Keyboard shortcuts"
        shortcut="?"
        onClick={() => setOpen(true)}
        className="max-md:hidden"
      >
        <Keyboard aria-hidden className="size-4" />
      </IconButton>
      {open && (
        <Lazily>
          <KeyHelp onClose={() => setOpen(false)} finalFocus={button} />
        </Lazily>
      )}
    </>
  );
}
