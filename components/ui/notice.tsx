import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './button';

const TONES = {
  info: 'bg-info-soft text-info',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
} as const;

type NoticeProps = {
  tone: keyof typeof TONES;
  children: ReactNode;
  /** Shows a button that puts the notice away. */
  onDismiss?: () => void;
};

/** A strip across the content that tells the person something without taking the page away. */
export function Notice({ tone, children, onDismiss }: NoticeProps) {
  return (
    <div
      role="status"
      className={clsx(
        'flex items-start gap-2 border-b border-line py-1.5 pr-2 pl-4 text-sm',
        TONES[tone],
      )}
    >
      <div className="min-w-0 flex-1 py-0.5 wrap-anywhere">{children}</div>
      {onDismiss && (
        <IconButton label="Dismiss notice" kind="plain" size="small" onClick={onDismiss}>
          <X aria-hidden className="size-3.5" />
        </IconButton>
      )}
    </div>
  );
}
