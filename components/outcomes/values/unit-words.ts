import type { OutcomeValuesResponse } from '@/lib/call/answers/outcomes-responses';
import { plural } from '@/lib/format/number';

/** What stays out of the figures; empty where nothing does. */
export function otherUnitsWords({
  other_units,
}: Pick<OutcomeValuesResponse, 'other_units'>): string {
  if (other_units.length === 0) return '';
  const told = other_units.map(({ unit, count }) => `${plural(count, 'number')} in ${unit}`);
  return ` Left out, as units are not mixed: ${told.join(', ')}.`;
}
