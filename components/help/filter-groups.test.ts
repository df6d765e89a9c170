import { expect, it } from 'vitest';
import { excludeKey, FILTER_KEYS, LIST_FILTER_KEYS } from '@/lib/call/query/filters';
import { HELP_FILTERS } from './filter-groups';

it('the help tells every filter once', () => {
  const told = HELP_FILTERS.flatMap(({ keys }) => keys);
  const excluding: string[] = LIST_FILTER_KEYS.map(excludeKey);
  expect([...told].sort()).toEqual(FILTER_KEYS.filter((key) => !excluding.includes(key)).sort());
});
