'use client';

import { Choice } from '@/components/ui/choice';
import type { SuccessDefinition } from '@/lib/call/costs/success-definitions';
import type { Measure } from '@/lib/call/query/routes/breakdown-query';
import { useAddress } from '@/lib/url/use-address';
import { measureName, measuresThere } from './measures';

type MeasureChoiceProps = { measure: Measure; definitions: readonly SuccessDefinition[] };

export function MeasureChoice({ measure, definitions }: MeasureChoiceProps) {
  const { address, choose } = useAddress();
  const there = measuresThere(definitions);
  // The state of the field is ahead of the address that the figure is drawn from.
  const ahead = there.find((each) => each === address.measure) ?? measure;
  return (
    <Choice
      label="Measure"
      value={address.measure !== null && there.includes(ahead) ? ahead : 'cost'}
      values={there}
      nameOf={(each) => measureName(each, definitions)}
      onChoose={(chosen) => choose({ measure: chosen === 'cost' ? null : chosen })}
      className="max-w-52"
    />
  );
}
