'use client';

import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from '@/components/ui/button';
import Sheet from '@/components/ui/sheet';

export type TeamDialogProps = {
  onClose: () => void;
  finalFocus: RefObject<HTMLElement | null>;
};

/** The frame of both dialogs: a name, and the way out. */
export function TeamDialog({
  name,
  children,
  ...sheet
}: TeamDialogProps & { name: string; children: ReactNode }) {
  return (
    <Sheet label={name} side="center" {...sheet}>
      <div className="sticky top-0 z-10 flex items-center justify-between border-b border-line bg-raised py-2 pr-2 pl-4">
        <h2 className="font-semibold">{name}</h2>
        <IconButton label="Close" onClick={sheet.onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {children}
    </Sheet>
  );
}
