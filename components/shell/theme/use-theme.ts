'use client';

import { usePage } from '@/components/shell/context/page-context';
import type { Preferences } from '@/lib/preferences/preferences';

export type Theme = Preferences['theme'];

/** The chosen theme, and how to choose another: the page changes at once, the next one is drawn in it. */
export function useTheme(): { theme: Theme; changeTheme: (theme: Theme) => void } {
  const { preferences, setPreferences } = usePage();
  return { theme: preferences.theme, changeTheme };

  function changeTheme(theme: Theme) {
    setPreferences({ theme });
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}
