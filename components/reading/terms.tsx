import type { ReactNode } from 'react';

/** Terms and what they mean, a row each; below each other where there is little room. */
export function Terms({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line border-y border-line text-sm">{children}</dl>;
}

type TermProps = { id?: string; term: ReactNode; children: ReactNode };

export function Term({ id, term, children }: TermProps) {
  return (
    <div
      id={id}
      className="grid scroll-mt-3 gap-x-6 py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <dt className="wrap-anywhere">{term}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
