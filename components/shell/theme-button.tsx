'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import type { Preferences } from '@/lib/preferences/preferences';
import { usePage } from './page-context';

type Theme = Preferences['theme'];

const THEMES = {
  system: { icon: Monitor, label: 'Theme: system', next: 'light' },
  light: { icon: Sun, label: 'Theme: light', next: 'dark' },
  dark: { icon: Moon, label: 'Theme: dark', next: 'system' },
} as const satisfies Record<Theme, unknown>;

/** Goes round the themes: the system's, light, dark. */
export function ThemeButton() {
  const { preferences, setPreferences } = usePage();
  const { icon: Icon, label, next } = THEMES[preferences.theme];
  return (
    <IconButton label={label} onClick={() => changeTheme(next)}>
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );

  function changeTheme(theme: Theme) {
    setPreferences({ theme });
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}
