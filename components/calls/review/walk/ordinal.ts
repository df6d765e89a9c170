import { formatCount } from '@/lib/format/number';

const RULES = new Intl.PluralRules('en-US', { type: 'ordinal' });
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `1st`, `38th`, `1,002nd`. */
export function ordinal(place: number): string {
  return `${formatCount(place)}${ENDINGS[RULES.select(place)] ?? 'th'}`;
}
