'use client';

import { FIELD } from '@/components/ui/field';
import type { SuccessDefinition } from '@/lib/call/costs/success-definitions';
import type { Measure } from '@/lib/call/query/breakdown-query';
import { useAddress } from '@/lib/url/use-address';
import { measureName, measuresThere } from './measures';

type MeasureChoiceProps = { measure: Measure; definitions: readonly SuccessDefinition[] };

export function MeasureChoice({ measure, definitions }: MeasureChoiceProps) {
  const { address, choose } = useAddress();
  const there = measuresThere(definitions);
  // The state of the field is ahead of the address that the figure is drawn from.
  const ahead = there.find((each) => each === address.measure) ?? measure;
  return (
    <label className="flex items-center gap-1.5 text-sm text-muted">
      Measure
      <select
        value={there.includes(ahead) ? (address.measure === null ? 'cost' : ahead) : 'cost'}
        onChange={({ target }) => {
          const chosen = there.find((each) => each === target.value);
          choose({ measure: chosen === undefined || chosen === 'cost' ? null : chosen });
        }}
        className={`${FIELD} h-7 max-w-52 px-1.5`}
      >
        {there.map((each) => (
          <option key={each} value={each}>
            {measureName(each, definitions)}
          </option>
        ))}
      </select>
    </label>
  );
}
