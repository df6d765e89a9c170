import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createDefaultPolicy, isOwnScript } from './default-policy';

const ORIGIN = 'https://calls.example.com';

afterEach(() => vi.unstubAllGlobals());

test('scripts come from this build, or are the last resort', () => {
  for (const own of [
    '/_next/static/chunks/a.js',
    `${ORIGIN}/_next/static/chunks/a.js?dpl=1`,
    '/last-resort.js',
  ])
    expect(isOwnScript(own, ORIGIN), own).toBe(true);
});

test('no other address is one', () => {
  for (const foreign of [
    'https://example.com/_next/static/a.js',
    '//example.com/_next/static/a.js',
    '/\\example.com/_next/static/a.js',
    '/_next/static/../../api/calls',
    '/_next/static/%2e%2e/%2e%2e/api/calls',
    '/api/calls?/_next/static/',
    '/last-resort.js/../api/calls',
    'data:text/javascript,alert(1)',
    `blob:${ORIGIN}/_next/static/a.js`,
    'javascript:alert(1)',
    'http://',
    '',
  ])
    expect(isOwnScript(foreign, ORIGIN), foreign).toBe(false);
});

test('text becomes neither code nor markup', () => {
  const createPolicy = vi.fn();
  vi.stubGlobal('window', { trustedTypes: { createPolicy }, location: { origin: ORIGIN } });
  createDefaultPolicy();
  const [name, rules] = createPolicy.mock.calls[0] ?? [];
  expect(name).toBe('default');
  expect(rules.createHTML('<script></script>')).toBe('<script></script>');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(rules.createScript(text)).toBeNull();
      expect(rules.createHTML(text)).toBeNull();
      expect(rules.createHTML(`<script></script>${text || ' '}`)).toBeNull();
    }),
  );
});

test('a browser without Trusted Types is left alone', () => {
  vi.stubGlobal('window', {});
  expect(createDefaultPolicy).not.toThrow();
});
