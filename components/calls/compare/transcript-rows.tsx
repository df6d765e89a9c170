import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Compared } from './compared';
import { CompareCell, CompareRow, CompareSection } from './rows';
import { TurnList } from './turn-list';

/** What was said on each call; it is fetched when it is asked for. */
export function TranscriptRows({ columns }: { columns: readonly Compared[] }) {
  const [open, setOpen] = useState(false);
  const toggle = (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => setOpen(!open)}
      className="-ml-1 flex min-h-6 items-center gap-1 rounded px-1 font-semibold hover:bg-hover hover:text-text"
    >
      <ChevronRight aria-hidden className={`size-3.5 ${open ? 'rotate-90' : ''}`} />
      Transcripts
    </button>
  );
  return (
    <CompareSection title={toggle} columns={columns}>
      {open && (
        <CompareRow label="What was said" same={null}>
          {columns.map(({ id }) => (
            <CompareCell key={id}>
              <TurnList id={id} />
            </CompareCell>
          ))}
        </CompareRow>
      )}
    </CompareSection>
  );
}
