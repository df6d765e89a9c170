'use client';

import { type CommandGroup, foundCommands } from './commands';
import { useFilterCommands } from './use-filter-commands';
import { useJumpCommands } from './use-jump-commands';
import {
  usePageCommands,
  usePrintCommands,
  useThemeCommands,
  useTimeZoneCommands,
} from './use-setting-commands';
import { useViewCommands } from './use-view-commands';

/** Everything that answers what was typed, what it names first. */
export function useCommands(typed: string): CommandGroup[] {
  const { named, search } = useJumpCommands(typed);
  const sources = [
    { label: 'Views', items: useViewCommands(), few: 8, most: 20 },
    { label: 'Pages', items: [...usePageCommands(), ...usePrintCommands()], few: 3, most: 4 },
    { label: 'Filters', items: useFilterCommands(), few: 6, most: 20 },
    { label: 'Theme', items: useThemeCommands(), few: 3, most: 3 },
    { label: 'Time zone', items: useTimeZoneCommands(), few: 4, most: 8 },
  ];
  return [
    { label: 'Go to', items: named },
    ...foundCommands(sources, typed),
    { label: 'Search', items: search },
  ].filter(({ items }) => items.length > 0);
}
