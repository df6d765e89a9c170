'use client';

import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';

const CostsHeading = lazily(() => import('./costs-heading'));

/** The place of what only paper has. Its code comes when the page already reacts: paper may be wanted at any time. */
export function CostsOnPaper() {
  if (!useHydrated()) return null;
  return (
    <Lazily>
      <CostsHeading />
    </Lazily>
  );
}
