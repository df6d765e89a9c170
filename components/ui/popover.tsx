'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

type PopoverProps = {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  align?: 'start' | 'end';
  children: ReactNode;
};

/** An open popover beside its anchor. Load it lazily: it carries the positioning engine. */
export default function Popover({
  label,
  anchor,
  onClose,
  align = 'start',
  children,
}: PopoverProps) {
  return (
    <Base.Root open onOpenChange={changeOpen}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          sideOffset={4}
          align={align}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            aria-label={label}
            data-overlay
            finalFocus={anchor}
            className="max-h-(--available-height) max-w-[calc(100vw-16px)] overflow-auto rounded-lg border border-line-strong bg-raised text-text shadow-lg outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );

  /** A press on the anchor is the anchor's own to answer: it closes what it opened. */
  function changeOpen(open: boolean, { reason, event }: Base.Root.ChangeEventDetails) {
    const onAnchor = event.target instanceof Node && anchor.current?.contains(event.target);
    if (!open && !(reason === 'outside-press' && onAnchor)) onClose();
  }
}
