'use client';

import { useHydrated } from '@/components/shell/state/use-hydrated';
import { Lazily, lazily } from '@/components/ui/lazily';
import { useAddress } from '@/lib/url/use-address';

const ViewsButton = lazily(() => import('./views-button'));

/** The place of the saved views, which only this browser knows: they come when the page already reacts. */
export function ViewsCorner() {
  const { view } = useAddress().address;
  return (
    <div className={view ? 'h-8 w-8 shrink-0 @2xl:w-48' : 'size-8 shrink-0'}>
      {useHydrated() && (
        <Lazily>
          <ViewsButton />
        </Lazily>
      )}
    </div>
  );
}
