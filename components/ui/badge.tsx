import clsx from 'clsx';
import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-neutral-soft text-muted',
  good: 'bg-good-soft text-good',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  info: 'bg-info-soft text-info',
} as const;
export type Tone = keyof typeof TONES;

/** A short word with a tone; the word carries the meaning, the colour repeats it. */
export function Badge({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={clsx(
        'inline-flex max-w-full items-center gap-1 rounded px-1.5 text-xs leading-5 font-medium',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
