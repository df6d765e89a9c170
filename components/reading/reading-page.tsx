import type { ReactNode } from 'react';

/** A part of a page, by the anchor that leads to it. */
export type Chapter = { anchor: string; title: string; parts?: readonly Chapter[] };

type ReadingPageProps = { chapters: readonly Chapter[]; children: ReactNode };

/** A page to read: its text in one column, on a wide screen with its contents beside it. */
export function ReadingPage({ chapters, children }: ReadingPageProps) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-5xl gap-8 px-4 pt-5 pb-16 md:px-6">
        <nav aria-label="On this page" className="w-48 shrink-0 text-sm max-lg:hidden">
          <ul className="sticky top-5 flex max-h-[calc(100dvh-4rem)] flex-col gap-2.5 overflow-y-auto">
            {chapters.map(({ anchor, title, parts = [] }) => (
              <li key={anchor}>
                <a href={`#${anchor}`} className="block py-0.5 font-medium hover:underline">
                  {title}
                </a>
                {parts.length > 0 && (
                  <ul className="text-muted">
                    {parts.map((part) => (
                      <li key={part.anchor}>
                        <a href={`#${part.anchor}`} className="block py-0.5 hover:text-text">
                          {part.title}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0 flex-1">{children}</div>
      </div>
    </div>
  );
}
