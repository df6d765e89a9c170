import {
  type ExtractedBound,
  type ExtractedName,
  extractedConditions,
} from '@/lib/call/query/extracted';
import { NO_VALUE, shownTerm } from '@/lib/call/values/terms';
import type { Address } from '@/lib/url/address';
import type { ActiveFilter } from './active-filter';

export type DescribeExtracted = {
  /** What people call a key. */
  name: (key: string) => string;
  bound: (key: string, bound: ExtractedBound) => string;
};

/** What is asked of extracted values, one for each chosen value and bound. */
export function extractedFilters(address: Address, describe: DescribeExtracted): ActiveFilter[] {
  return extractedConditions(address).flatMap(({ key, any = [], none = [], min, max, has }) => {
    const name = describe.name(key);
    const bound = (side: 'min' | 'max', value: ExtractedBound | undefined): ActiveFilter[] => {
      if (value === undefined) return [];
      const param = `${side}_x.${key}` as const;
      const words = BOUND_WORDS[typeof value === 'number' ? 'number' : 'date'][side];
      return [
        {
          key: param,
          name,
          value: `${words} ${describe.bound(key, value)}`,
          removal: { [param]: null },
        },
      ];
    };
    const flag = `has_x.${key}` as const;
    return [
      ...any.map((value) => ({
        ...oneOf(`x.${key}`, any, value),
        name,
        value: value === NO_VALUE ? 'none' : shownTerm(value),
      })),
      ...none.map((value) => ({
        ...oneOf(`not_x.${key}`, none, value),
        name: value === NO_VALUE ? name : `Not ${name}`,
        // Without those that have none: whatever it is.
        value: value === NO_VALUE ? 'any' : shownTerm(value),
      })),
      ...bound('min', min),
      ...bound('max', max),
      ...(has === undefined
        ? []
        : [{ key: flag, name, value: has ? 'any' : 'none', removal: { [flag]: null } }]),
    ];
  });
}

/** How bounds are said. */
export const BOUND_WORDS = {
  number: { min: 'at least', max: 'at most' },
  date: { min: 'from', max: 'until' },
} as const;

function oneOf(
  key: ExtractedName | `not_${ExtractedName}`,
  chosen: readonly string[],
  value: string,
) {
  const rest = chosen.filter((other) => other !== value);
  return { key, removal: { [key]: rest.length > 0 ? rest : null } };
}
