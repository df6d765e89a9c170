import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

type FilterGroupProps = {
  label: string;
  /** Folded until it is opened or has something in force; absent: always open. */
  folded?: boolean;
  /** How many conditions are in force in it. */
  inForce?: number;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  onFocus?: () => void;
  onBlur?: () => void;
  children: ReactNode;
};

/** One filter under its name. */
export function FilterGroup({
  label,
  folded = false,
  inForce = 0,
  children,
  ...hand
}: FilterGroupProps) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const content = useId();
  const open = wanted ?? (!folded || inForce > 0);
  return (
    <fieldset className="min-w-0 border-t border-line px-3 py-3" {...hand}>
      <legend className="float-left w-full px-1 text-xs font-semibold text-muted">
        {folded ? (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? content : undefined}
            onClick={() => setWanted(!open)}
            className="-mx-1 flex min-h-6 w-full items-center gap-1 rounded px-1 hover:bg-hover"
          >
            {label}
            <ChevronRight
              aria-hidden
              className={open ? 'size-3.5 rotate-90 text-faint' : 'size-3.5 text-faint'}
            />
            {!open && inForce > 0 && (
              <span aria-hidden className="ml-auto font-normal text-accent">
                {inForce} in force
              </span>
            )}
          </button>
        ) : (
          <span className="mb-1 block">{label}</span>
        )}
      </legend>
      {open && (
        <div id={content} className="clear-both">
          {children}
        </div>
      )}
    </fieldset>
  );
}
