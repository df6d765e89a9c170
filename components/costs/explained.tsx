'use client';

import { CircleHelp } from 'lucide-react';
import Link from 'next/link';
import { TEXT_LINK } from '@/components/reading/text-link';
import { PopoverButton } from '@/components/ui/popover-button';
import { DEFINITIONS, type Defined } from '@/lib/call/costs/definitions';

/** A small button beside a word that says what the word means. */
export function Explained({ what }: { what: Defined }) {
  const { term, words } = DEFINITIONS[what];
  return (
    <PopoverButton
      label={term}
      aria-label={`What does “${term}” mean?`}
      className="-my-1 inline-flex size-6 items-center justify-center rounded align-middle text-faint hover:text-text print:hidden"
      popover={() => (
        <div className="w-72 max-w-full p-3 text-sm">
          <p className="font-medium">{term}</p>
          <p className="mt-1 text-muted">{words}</p>
          <p className="mt-2 text-xs">
            <Link href={`/help#${what}`} prefetch={false} className={TEXT_LINK}>
              More in the help
            </Link>
          </p>
        </div>
      )}
    >
      <CircleHelp aria-hidden className="size-3.5" />
    </PopoverButton>
  );
}
