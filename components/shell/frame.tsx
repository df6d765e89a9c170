import { CircleQuestionMark } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PaletteCorner } from '@/components/palette/palette-corner';
import { Corner } from './corner';
import { DemoBanner } from './demo-banner';
import { MainNavigation } from './main-navigation';
import { Mark } from './mark';
import { ThemeButton } from './theme/theme-button';

type FrameProps = {
  /** The data is made up by the bundled demo upstream. */
  demo: boolean;
  children: ReactNode;
};

/** Navigation at the left edge (a bar at the top of a phone) and the page beside it. */
export function Frame({ demo, children }: FrameProps) {
  return (
    <div className="relative flex h-dvh flex-col overflow-hidden print:block print:h-auto print:overflow-visible">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      {demo && <DemoBanner />}
      <div className="flex min-h-0 flex-1 flex-col md:flex-row print:block">
        <header className="flex shrink-0 items-center gap-1 border-line bg-surface px-2 max-md:h-11 max-md:border-b md:w-13 md:flex-col md:border-r md:py-2 print:hidden">
          <Link
            href="/calls"
            prefetch={false}
            aria-label="Callscope"
            className="flex size-9 items-center justify-center rounded-md text-accent"
          >
            <Mark />
          </Link>
          <MainNavigation />
          <div className="flex items-center gap-1 max-md:ml-auto md:mt-auto md:flex-col">
            <Corner />
            <PaletteCorner />
            <Link
              href="/help"
              prefetch={false}
              aria-label="Help"
              title="Help"
              className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
            >
              <CircleQuestionMark aria-hidden className="size-4" />
            </Link>
            <ThemeButton />
          </div>
        </header>
        <main id="content" className="min-h-0 min-w-0 flex-1">
          {children}
        </main>
      </div>
    </div>
  );
}
