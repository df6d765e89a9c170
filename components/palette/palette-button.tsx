'use client';

import { Command } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';

const loadPalette = () => import('./palette');
const Palette = lazily(loadPalette);

/** Opens the command palette; Ctrl K and ⌘ K do too, also while somebody types. */
export default function PaletteButton() {
  const [open, setOpen] = useState(false);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // The code is there when the letter is typed, so that the first letters find their field.
    if (event.key === 'Control' || event.key === 'Meta') void loadPalette().catch(() => undefined);
    if (!isPaletteKey(event)) return;
    event.preventDefault();
    setOpen(!open && document.querySelector('[data-overlay]') === null);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <IconButton
        label="Command palette"
        shortcut="Ctrl K, ⌘ K"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={loadPalette}
        onFocus={loadPalette}
        onClick={() => setOpen(true)}
      >
        <Command aria-hidden className="size-4" />
      </IconButton>
      {open && (
        <Lazily>
          <Palette onClose={() => setOpen(false)} />
        </Lazily>
      )}
    </>
  );
}

/** By its place on the keyboard where the layout has no Latin letters. */
function isPaletteKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey === metaKey || altKey || shiftKey) return false;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'k' : code === 'KeyK';
}
