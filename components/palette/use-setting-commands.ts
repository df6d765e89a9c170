'use client';

import { CircleQuestionMark, Clock, Monitor, Moon, Printer, Sun } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { SUGGESTED_ZONES } from '@/components/filters/time-zone/time-zone-list';
import { useTimeZone } from '@/components/filters/time-zone/use-time-zone';
import { useTime } from '@/components/shell/context/time-context';
import { PAGES, pageHref } from '@/components/shell/main-navigation';
import { type Theme, useTheme } from '@/components/shell/theme/use-theme';
import { useAddress } from '@/lib/url/use-address';
import type { Command } from './commands';

const HELP = { path: '/help', label: 'Help', icon: CircleQuestionMark } as const;

/** The pages; the filters go along to those that have any. */
export function usePageCommands(): Command[] {
  const path = usePathname();
  const router = useRouter();
  const { address } = useAddress();
  return [...PAGES, HELP].map(({ path: to, label, icon }) => ({
    id: `page ${to}`,
    icon,
    kind: 'Go to',
    label,
    keywords: to === HELP.path ? 'page keys shortcuts questions' : 'page',
    applied: path === to,
    run: () => {
      if (path !== to) router.push(to === HELP.path ? to : pageHref(to, address));
    },
  }));
}

/** What paper gets is the list or the figures: no other page is made for it. */
export function usePrintCommands(): Command[] {
  const path = usePathname();
  if (!PAGES.some((page) => page.path === path)) return [];
  return [
    {
      id: 'print',
      icon: Printer,
      label: 'Print this page',
      keywords: 'paper pdf save',
      run: () => window.print(),
    },
  ];
}

const THEMES = {
  system: { icon: Monitor, label: 'System' },
  light: { icon: Sun, label: 'Light' },
  dark: { icon: Moon, label: 'Dark' },
} as const satisfies Record<Theme, unknown>;
const THEME_ORDER = ['system', 'light', 'dark'] as const satisfies Theme[];

export function useThemeCommands(): Command[] {
  const { theme, changeTheme } = useTheme();
  return THEME_ORDER.map((each) => ({
    id: `theme ${each}`,
    ...THEMES[each],
    kind: 'Theme',
    keywords: 'mode appearance',
    applied: theme === each,
    run: () => changeTheme(each),
  }));
}

/** Cities that engines still list under an older name. */
const CITIES: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh',
  'Europe/Kiev': 'Kyiv',
  'America/Godthab': 'Nuuk',
};

/** The browser's zone, those that most people here live in, and all others for who looks for one. */
export function useTimeZoneCommands(): Command[] {
  const { chosen, change } = useTimeZone();
  const { localZone } = useTime();
  const command = (zone: string | null): Command => ({
    id: `zone ${zone}`,
    icon: Clock,
    kind: 'Time zone',
    label: zone ?? `Browser (${localZone})`,
    keywords: zone ? `${zone.replace(/[_/]/g, ' ')} ${CITIES[zone] ?? ''}` : undefined,
    applied: chosen === zone,
    run: () => change(zone),
  });
  const first = [...new Set([...(chosen === null ? [] : [chosen]), ...SUGGESTED_ZONES])];
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !first.includes(zone));
  return [null, ...first, ...others].map(command);
}
