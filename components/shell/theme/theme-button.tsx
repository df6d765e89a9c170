'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { type Theme, useTheme } from './use-theme';

const THEMES = {
  system: { icon: Monitor, label: 'Theme: system', next: 'light' },
  light: { icon: Sun, label: 'Theme: light', next: 'dark' },
  dark: { icon: Moon, label: 'Theme: dark', next: 'system' },
} as const satisfies Record<Theme, unknown>;

/** Goes round the themes: the system's, light, dark. */
export function ThemeButton() {
  const { theme, changeTheme } = useTheme();
  const { icon: Icon, label, next } = THEMES[theme];
  return (
    <IconButton label={label} onClick={() => changeTheme(next)}>
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );
}
