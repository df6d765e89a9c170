import * as z from 'zod/mini';
import { isExtractedKey } from '@/lib/call/query/extracted';
import { isTimeZone } from '@/lib/call/query/filters';

/** Bounded, so that the cookie stays one that browsers keep. */
const namesSchema = z.array(z.string().check(z.maxLength(30))).check(z.maxLength(30));

/**
 * What one person likes, kept in a cookie of their browser so that the server draws the page as they left it.
 * It never decides which calls are shown: that is in the address alone.
 */
const preferencesSchema = z.object({
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  density: z._default(z.enum(['comfortable', 'compact']), 'comfortable'),
  /** Seconds between looks for new calls; 0 is off. */
  refresh: z._default(z.literal([0, 15, 60]), 0),
  sidebar: z._default(z.boolean(), true),
  /** The strip of calls over time above the table is unfolded. */
  timeline: z._default(z.boolean(), true),
  /** The same on a phone, where the list needs the room. */
  smallTimeline: z._default(z.boolean(), false),
  /** Groups of filters by name: folded by hand, opened by hand, first, and out of sight. */
  foldedGroups: z._default(namesSchema, []),
  openedGroups: z._default(namesSchema, []),
  pinnedGroups: z._default(namesSchema, []),
  hiddenGroups: z._default(namesSchema, []),
  /** Keys of extracted values that are groups of the sidebar too. */
  extractedGroups: z._default(z.array(z.string().check(z.refine(isExtractedKey))), []),
  shortcuts: z._default(z.boolean(), true),
  /** Pixels. */
  drawerWidth: z._default(z.number().check(z.gte(360), z.lte(1600)), 560),
  /** The zone of the browser, so that the server can write local times before any script runs. */
  localZone: z._default(z.string().check(z.refine(isTimeZone)), 'UTC'),
  /** Parts of the address to start with when `/calls` is opened without any. */
  columns: z._default(z.string(), ''),
  timezone: z._default(z.string(), ''),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Reads the cookie's value; each broken or missing preference falls back to its default on its own. */
export function parsePreferences(cookie: string | undefined): Preferences {
  const stored = readObject(cookie);
  const usable = Object.entries(stored).filter(
    ([key, value]) => preferencesSchema.safeParse({ [key]: value }).success,
  );
  return preferencesSchema.parse(Object.fromEntries(usable));
}

function readObject(cookie: string | undefined): Record<string, unknown> {
  if (!cookie) return {};
  try {
    const parsed: unknown = JSON.parse(decodeOnce(cookie));
    return z.safeParse(z.record(z.string(), z.unknown()), parsed).data ?? {};
  } catch {
    return {};
  }
}

/** Next hands cookies over decoded, `document.cookie` does not. */
function decodeOnce(cookie: string): string {
  return cookie.startsWith('{') ? cookie : decodeURIComponent(cookie);
}
