'use client';

import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { Lazily, lazily } from './lazily';

const loadPopover = () => import('./popover');
const Popover = lazily(loadPopover);

type PopoverButtonProps = Omit<ComponentProps<'button'>, 'onClick' | 'type' | 'ref' | 'popover'> & {
  /** Name of the popover for screen readers. */
  label: string;
  align?: 'start' | 'end';
  /** What the popover shows; `close` puts it away and gives the focus back to the button. */
  popover: (close: () => void) => ReactNode;
};

/** A button that opens a popover; the popover's code is fetched when it is first needed. */
export function PopoverButton({ label, align, popover, ...props }: PopoverButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={loadPopover}
        onFocus={loadPopover}
        onClick={() => setOpen((was) => !was)}
        {...props}
      />
      {open && (
        <Lazily>
          <Popover label={label} anchor={button} align={align} onClose={close}>
            {popover(close)}
          </Popover>
        </Lazily>
      )}
    </>
  );
}
