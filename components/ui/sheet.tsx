'use client';

import { Dialog } from '@base-ui/react/dialog';
import clsx from 'clsx';
import type { ReactNode, RefObject } from 'react';

type SheetProps = {
  label: string;
  side: 'left' | 'center';
  onClose: () => void;
  finalFocus?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

const SIDES = {
  left: 'inset-y-0 left-0 w-[min(320px,calc(100vw-40px))] border-r',
  center:
    'top-[10vh] left-1/2 max-h-[80vh] w-[min(560px,calc(100vw-32px))] -translate-x-1/2 rounded-lg border',
} as const;

/** An open modal dialog, at the left edge or in the middle. Load it lazily. */
export default function Sheet({ label, side, onClose, finalFocus, children }: SheetProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.35)]" />
        <Dialog.Popup
          aria-label={label}
          data-overlay
          finalFocus={finalFocus}
          className={clsx(
            'fixed z-50 flex flex-col overflow-auto border-line-strong bg-raised text-text shadow-xl outline-none',
            SIDES[side],
          )}
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
