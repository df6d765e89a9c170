import { successName } from '@/components/costs/successes/success';
import { formatMinutes } from '@/components/costs/view/amounts';
import { definitionOf } from '@/components/costs/view/view';
import type { SuccessDefinition } from '@/lib/call/costs/success-definitions';
import type { Measure } from '@/lib/call/query/routes/breakdown-query';
import { formatCount } from '@/lib/format/number';

const NAMES: Partial<Record<Measure, string>> = {
  cost: 'Cost',
  calls: 'Calls',
  minutes: 'Minutes',
  nobody_reached: 'Share that reached nobody',
};

/** What groups are drawn by, in words. */
export function measureName(measure: Measure, definitions: readonly SuccessDefinition[]): string {
  const definition = definitions[definitionOf(measure) ?? -1];
  return definition ? `Cost per ${successName(definition)}` : (NAMES[measure] ?? measure);
}

/** The measures that there are: one for each definition of a success. */
export function measuresThere(definitions: readonly SuccessDefinition[]): Measure[] {
  return [
    'cost',
    'calls',
    'minutes',
    'nobody_reached',
    ...definitions.map((_, at): Measure => `cost_per_success_${at + 1}`),
  ];
}

/** How a value of a measure is written. */
export function measureWriter(
  measure: Measure,
  money: (amount: number) => string,
): (value: number) => string {
  if (measure === 'calls') return formatCount;
  if (measure === 'minutes') return formatMinutes;
  if (measure === 'nobody_reached') return (share) => `${(share * 100).toFixed(1)}%`;
  return money;
}
