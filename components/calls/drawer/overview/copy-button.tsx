'use client';

import { Check, Copy, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type MouseEvent, useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { copyText } from './copy-text';

const OUTCOMES = {
  copied: { icon: Check, words: 'Copied' },
  failed: { icon: TriangleAlert, words: 'Not copied: the browser does not allow it' },
} as const;

type CopyButtonProps = {
  /** What is copied, as the button's name: "Copy link". */
  label: string;
  text: () => string;
  icon?: LucideIcon;
  size?: 'small' | 'medium';
};

/** Copies a text and says whether it did, to the eye and to the ear. */
export function CopyButton({ label, text, icon = Copy, size = 'small' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<keyof typeof OUTCOMES | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const shown = outcome && OUTCOMES[outcome];
  const Icon = shown?.icon ?? icon;
  return (
    <span className="relative inline-flex shrink-0">
      <IconButton label={label} size={size} onClick={copy}>
        <Icon aria-hidden className="size-3.5" />
      </IconButton>
      <span role="status">
        {shown && (
          <span className="pointer-events-none absolute top-1/2 right-full z-10 mr-1 -translate-y-1/2 rounded border border-line-strong bg-raised px-1.5 py-0.5 text-xs whitespace-nowrap text-text shadow-md">
            {shown.words}
          </span>
        )}
      </span>
    </span>
  );

  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    setOutcome((await copyText(text(), currentTarget)) ? 'copied' : 'failed');
  }
}
