'use client';

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Identity } from '@/lib/auth/roles';
import type { ViewerText } from '@/lib/auth/viewer-text';
import { preferencesCookie } from '@/lib/preferences/cookie';
import type { Preferences } from '@/lib/preferences/preferences';
import { setServerClock } from './server-clock';

/** What the server knows and every component may ask for. */
export type PageFacts = {
  /** ISO 4217 code of the amounts. */
  currency: string;
  /** When the server drew this page, in milliseconds: the "now" of the first render on both sides. */
  renderedAt: number;
  /** Who looks at it; null on pages that are for everybody while nobody is signed in. */
  who: Identity | null;
  /** What becomes of numbers in free text for who may not see them. */
  viewerText: ViewerText;
};

type Page = PageFacts & {
  preferences: Preferences;
  setPreferences: (change: Partial<Preferences>) => void;
};

const PageContext = createContext<Page | null>(null);

type PageProviderProps = { facts: PageFacts; preferences: Preferences; children: ReactNode };

export function PageProvider({ facts, preferences: initial, children }: PageProviderProps) {
  const [preferences, setState] = useState(() => {
    if (typeof window !== 'undefined') setServerClock(facts.renderedAt);
    return initial;
  });
  const latest = useRef(initial);
  const setPreferences = useCallback((change: Partial<Preferences>) => {
    latest.current = { ...latest.current, ...change };
    keep(latest.current);
    setState(latest.current);
  }, []);
  const page = useMemo<Page>(
    () => ({ ...facts, preferences, setPreferences }),
    [facts, preferences, setPreferences],
  );
  useEffect(() => {
    if (preferences.localZone !== browserZone()) keep(preferences);
  }, [preferences]);
  return <PageContext value={page}>{children}</PageContext>;
}

export function usePage(): Page {
  const page = use(PageContext);
  if (!page) throw new Error('usePage needs a PageProvider above it');
  return page;
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone is kept as the browser has it now, for the next page that the server draws. */
function keep(preferences: Preferences) {
  document.cookie = preferencesCookie({ ...preferences, localZone: browserZone() });
}
