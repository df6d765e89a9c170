import { cookies } from 'next/headers';
import { type Preferences, PREFERENCES_COOKIE, parsePreferences } from '@/lib/preferences/preferences';
import { container } from './container';

/** What the page may know of the server's settings; nothing secret. */
export function readPageFacts(): { demo: boolean; currency: string; renderedAt: number } {
  const { env } = container();
  return { demo: env.demo, currency: env.currency, renderedAt: Date.now() };
}

/** The preferences of the browser that asks. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences(jar.get(PREFERENCES_COOKIE)?.value);
}
