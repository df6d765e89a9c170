import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';

type FoldProps = {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** One line that says what is inside. */
  summary: ReactNode;
  children: ReactNode;
};

/** Something that is seldom needed, one click away. */
export function Fold({ open, onOpen, summary, children }: FoldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onOpen(!open)}
        className="-ml-1 flex min-h-6 max-w-full min-w-0 items-center gap-1.5 rounded px-1 text-left text-xs text-muted hover:bg-hover hover:text-text"
      >
        <ChevronRight
          aria-hidden
          className={`size-3.5 shrink-0 motion-safe:transition-transform ${open ? 'rotate-90' : ''}`}
        />
        {summary}
      </button>
      {open && (
        <div id={id} className="mt-1 mb-1.5 border-l border-line-strong pl-3">
          {children}
        </div>
      )}
    </div>
  );
}
