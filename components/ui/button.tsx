import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap motion-safe:transition-colors motion-safe:duration-100 disabled:cursor-not-allowed disabled:opacity-45 aria-disabled:cursor-not-allowed aria-disabled:opacity-45';

const KINDS = {
  outline: 'border border-line-strong bg-canvas text-text hover:not-disabled:bg-hover',
  ghost: 'text-muted hover:not-disabled:bg-hover hover:not-disabled:text-text',
  accent: 'bg-accent text-on-accent hover:not-disabled:bg-accent-strong',
  /** In the colour of its surroundings. */
  plain: 'text-current hover:not-disabled:bg-hover',
} as const;

const SIZES = { small: 'h-6 px-2 text-xs', medium: 'h-8 px-3 text-sm' } as const;
const SQUARES = { small: 'size-6', medium: 'size-8' } as const;

type ButtonProps = ComponentProps<'button'> & {
  kind?: keyof typeof KINDS;
  size?: keyof typeof SIZES;
};

export function Button({ kind = 'outline', size = 'medium', className, ...props }: ButtonProps) {
  return (
    <button type="button" className={clsx(BASE, KINDS[kind], SIZES[size], className)} {...props} />
  );
}

type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'title'> & {
  label: string;
  /** Key that does the same, shown in the tooltip. */
  shortcut?: string;
  children: ReactNode;
};

/** A square button that shows only an icon; its label is its name and its tooltip. */
export function IconButton({
  label,
  shortcut,
  kind = 'ghost',
  size = 'medium',
  className,
  ...props
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      className={clsx(BASE, KINDS[kind], SQUARES[size], className)}
      {...props}
    />
  );
}
