import Link from 'next/link';
import type { ReactNode } from 'react';

type CallsLinkProps = {
  /** Null where no filter says which calls these are. */
  href: string | null;
  children: ReactNode;
  title?: string;
};

/** A number, and the way to its calls. */
export function CallsLink({ href, children, title }: CallsLinkProps) {
  if (href === null) return <>{children}</>;
  return (
    <Link
      href={href}
      prefetch={false}
      title={title ?? 'Show these calls'}
      className="rounded-sm underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current"
    >
      {children}
    </Link>
  );
}
