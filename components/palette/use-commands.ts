'use client';

import { type CommandGroup, foundCommands } from './commands';
import { useExtractedCommands } from './use-extracted-commands';
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
  const extracted = useExtractedCommands(typed);
  const sources = [
    { label: 'Views', items: useViewCommands(), few: 8, most: 20 },
    { label: 'Pages', items: [...usePageCommands(), ...usePrintCommands()], few: 3, most: 4 },
    { label: 'Filters', items: useFilterCommands(), few: 6, most: 20 },
    { label: 'Extracted values', items: extracted.values, few: 0, most: 12 },
    { label: 'Theme', items: useThemeCommands(), few: 3, most: 3 },
    { label: 'Time zone', items: useTimeZoneCommands(), few: 4, most: 8 },
  ];
  return [
    { label: 'Go to', items: named },
    { label: 'Extracted numbers and dates', items: extracted.bounds },
    ...foundCommands(sources, typed),
    { label: 'Search', items: search },
  ].filter(({ items }) => items.length > 0);
}
