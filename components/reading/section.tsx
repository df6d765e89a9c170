import type { ReactNode } from 'react';
import type { Chapter } from './reading-page';

type SectionProps = { chapter: Chapter; about?: string; children: ReactNode };

/** A chapter of a page to read. */
export function Section({ chapter: { anchor, title }, about, children }: SectionProps) {
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`} className="scroll-mt-3 pt-8">
      <h2 id={`${anchor}-title`} className="text-lg font-semibold">
        {title}
      </h2>
      {about !== undefined && <p className="max-w-prose pt-0.5 text-muted">{about}</p>}
      <div className="pt-3">{children}</div>
    </section>
  );
}
