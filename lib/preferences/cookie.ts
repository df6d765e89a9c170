import type { Preferences } from './preferences';

export const PREFERENCES_COOKIE = 'callscope-preferences';

/** Browsers keep no larger cookie, and would forget all of it. */
const MOST = 3800;

/** The text for `document.cookie`; a year is as long as browsers keep it. What has no room in it is not remembered. */
export function preferencesCookie(preferences: Preferences): string {
  const whole = written(preferences);
  const value =
    whole.length <= MOST ? whole : written({ ...preferences, columns: '', extractedGroups: [] });
  return `${PREFERENCES_COOKIE}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function written(preferences: Preferences): string {
  return encodeURIComponent(JSON.stringify(preferences));
}
