import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-path';

describe('the way back after signing in', () => {
  it.each([
    ['/calls?type=Inbound&search=a%2Fb#x', '/calls?type=Inbound&search=a%2Fb#x'],
    ['/costs', '/costs'],
    ['/', '/'],
    ['/calls/../costs', '/costs'],
    ['/loginx', '/loginx'],
  ])('%j is kept as %j', (text, path) => {
    expect(safeReturnPath(text)).toBe(path);
  });

  it.each([
    undefined,
    null,
    '',
    'calls',
    'https://evil.example/calls',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '/calls/..//evil.example',
    '/login?return_to=/calls',
    '/LOGIN',
    '/api/session',
    '/api',
    '/\u202e/evil.example',
  ])('%j leads to the calls', (text) => {
    expect(safeReturnPath(text)).toBe('/calls');
  });

  it('never leaves the site', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('/', '\\', '.', '%2f', ':', '@', 'a', '\t', '?'),
    });
    fc.assert(
      fc.property(nasty, (text) => {
        const base = 'https://callscope.example';
        expect(new URL(safeReturnPath(`/${text}`), base).origin).toBe(base);
      }),
      { numRuns: 2000 },
    );
  });
});
