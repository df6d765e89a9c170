'use client';

import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';

const FiguresHeading = lazily(() => import('./figures-heading'));

/** The place of what only paper has. Its code comes when the page already reacts: paper may be wanted at any time. */
export function FiguresOnPaper() {
  if (!useHydrated()) return null;
  return (
    <Lazily>
      <FiguresHeading />
    </Lazily>
  );
}
