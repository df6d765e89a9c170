import type { Preferences } from './preferences';

export const PREFERENCES_COOKIE = 'callscope-preferences';

/** The text for `document.cookie`; a year is as long as browsers keep it. */
export function preferencesCookie(preferences: Preferences): string {
  const value = encodeURIComponent(JSON.stringify(preferences));
  return `${PREFERENCES_COOKIE}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
