'use client';

import { useCostsView } from '@/components/costs/view/use-costs-view';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';

const ExportButton = lazily(() => import('@/components/calls/export/export-button'));

/** The export of the calls that the figures are of; for finance it is their costs by day. */
export function CostsExport() {
  const { filters } = useCostsView();
  return (
    <div className="size-8 shrink-0">
      {useHydrated() && (
        <Lazily>
          <ExportButton shown={filters} usual="focus-daily" />
        </Lazily>
      )}
    </div>
  );
}
