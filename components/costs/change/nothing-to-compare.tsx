'use client';

import { isComparable } from '@/components/costs/view/view';
import { Button } from '@/components/ui/button';
import { costsRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';

/** Why nothing is compared, and the way to where something is. */
export function NothingToCompare({ name }: { name: string }) {
  const { address: asked, choose, filter } = useAddress();
  const address = costsRange(asked);
  const off = isComparable(address) && address.has_cost !== false;
  return (
    <figure aria-label={name} className="border-b border-line px-4 py-5 md:px-6">
      <h2 className="text-base font-semibold">{name}</h2>
      <div className="flex h-40 flex-col items-center justify-center gap-3 text-center text-muted">
        <p className="max-w-md">{whyNot(off, address.has_cost === false)}</p>
        {off && (
          <Button onClick={() => choose({ compare: null })}>Compare with the period before</Button>
        )}
        {!isComparable(address) && (
          <Button onClick={() => filter({ from: null, to: null })}>Show the last 28 days</Button>
        )}
      </div>
    </figure>
  );
}

function whyNot(off: boolean, costless: boolean): string {
  if (off) return 'The comparison with the period before is switched off.';
  if (costless) return 'The filters leave calls without a cost only.';
  return 'A range without a start has no period before it. Choose another range to compare.';
}
