import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PREFERENCES_COOKIE, preferencesCookie } from './cookie';
import { parsePreferences } from './preferences';

const DEFAULTS = parsePreferences(undefined);

describe('preferences', () => {
  it('survive the cookie', () => {
    const wanted = {
      ...DEFAULTS,
      theme: 'dark' as const,
      refresh: 15 as const,
      columns: 'status:90,from',
    };
    const [pair = ''] = preferencesCookie(wanted).split(';');
    expect(pair.startsWith(`${PREFERENCES_COOKIE}=`)).toBe(true);
    const value = pair.slice(PREFERENCES_COOKIE.length + 1);
    expect(parsePreferences(value)).toEqual(wanted);
    expect(parsePreferences(decodeURIComponent(value))).toEqual(wanted);
  });

  it('lose only what is broken', () => {
    const cookie = JSON.stringify({
      theme: 'dark',
      density: 'huge',
      drawerWidth: 1e9,
      localZone: 'Mars',
      extra: 1,
    });
    expect(parsePreferences(cookie)).toEqual({ ...DEFAULTS, theme: 'dark' });
  });

  it('stay one cookie that browsers keep, however long the keys are', () => {
    const long = {
      ...DEFAULTS,
      theme: 'dark' as const,
      extractedGroups: ['🚚'.repeat(140), 'rate'],
    };
    const [pair = ''] = preferencesCookie({ ...long, columns: `x.${'é'.repeat(290)}` }).split(';');
    expect(pair.length).toBeLessThan(4096);
    const value = pair.slice(PREFERENCES_COOKIE.length + 1);
    expect(parsePreferences(value)).toEqual({ ...DEFAULTS, theme: 'dark' });
    const [short = ''] = preferencesCookie({ ...DEFAULTS, extractedGroups: ['rate'] }).split(';');
    expect(parsePreferences(short.slice(pair.indexOf('=') + 1)).extractedGroups).toEqual(['rate']);
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (cookie) => {
        expect(Object.keys(parsePreferences(cookie)).sort()).toEqual(Object.keys(DEFAULTS).sort());
      }),
    );
  });
});
