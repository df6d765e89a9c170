'use client';

import { useSyncExternalStore } from 'react';
import { Lazily, lazily } from '@/components/ui/lazily';
import { onRefusedChange, refusedChange } from '@/lib/url/refused-change';
import { useAddress } from '@/lib/url/use-address';
import { countFilters } from './count-filters';

const loadChips = () => import('./chips');
const Chips = lazily(loadChips);

// The first filter must not wait for them: their code follows at once, behind what the table needs.
if (typeof window !== 'undefined') void loadChips().catch(() => undefined);

/** The place of what narrows the list; where nothing does there is none. */
export function FilterChips() {
  const { address } = useAddress();
  const refused = useSyncExternalStore(onRefusedChange, refusedChange, () => null);
  if (countFilters(address) === 0 && !refused) return null;
  return (
    <Lazily>
      <Chips />
    </Lazily>
  );
}
