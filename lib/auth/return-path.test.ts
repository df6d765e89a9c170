import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-path';

describe('the way back after signing in', () => {
  it.each([
    ['/calls', '/calls'],
    ['/', '/'],
    ['/costs?period=7d', '/costs?period=7d'],
    ['/calls?q=a%2Fb&to=%2B49', '/calls?q=a%2Fb&to=%2B49'],
    ['/calls?next=//evil.example', '/calls?next=//evil.example'],
    ['/calls?q=Müller', '/calls?q=M%C3%BCller'],
    ['/calls#part', '/calls'],
    ['/costs/../calls?a=1', '/calls?a=1'],
    ['/loginx', '/loginx'],
  ])('keeps %j as %j', (text, path) => {
    expect(safeReturnPath(text)).toBe(path);
  });

  it.each([
    undefined,
    null,
    '',
    'calls',
    '?a=1',
    '#a',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/calls/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/ /evil.example',
    '/\u0000/evil.example',
    '/\u00a0/evil.example',
    '/\u200b/evil.example',
    '/\u2028/evil.example',
    '/calls\r\nSet-Cookie: a=b',
    '/calls%0d%0aSet-Cookie:%20a=b',
    '/%2f/evil.example',
    '/%2Fevil.example',
    '/%5cevil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '/%00',
    '/%',
    '/%ff',
    '/calls\\..\\..\\evil',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    'https://evil.example',
    'https://evil.example/calls',
    'http:/evil.example',
    'https:evil.example',
    '@evil.example',
    '.evil.example',
    ':80',
    '/login',
    '/login/',
    '/LOGIN?return_to=/login',
    '/%6cogin',
    '/calls/../login',
    '/api',
    '/api/session/oidc',
    '/Api/calls/export',
    '/%61pi/session',
    `/${'a'.repeat(9000)}`,
  ])('leads to the calls instead of %j', (text) => {
    expect(safeReturnPath(text)).toBe('/calls');
  });

  it('never leaves the site, whatever it is given, and changes nothing when it is asked again', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '%2f',
      '%5c',
      '\t',
      '@',
      ':',
      '?',
      '#',
      'evil',
      'é',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => `/${parts.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const path = safeReturnPath(text);
        expect(new URL(path, 'https://calls.example').origin).toBe('https://calls.example');
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(safeReturnPath(path)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});
