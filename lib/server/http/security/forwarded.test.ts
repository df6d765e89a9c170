import { expect, it } from 'vitest';
import { isForwardAccepted, stampForwarded } from './forwarded';

/** Whether a request with these headers goes on, as it came over the socket. */
function passes(sent: Record<string, string>, authMode?: string, demo = false): boolean {
  const headers = { ...sent };
  stampForwarded(headers);
  return isForwardAccepted(new Headers(headers), { authMode, demo });
}

it.each([
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-anything',
  'x-real-ip',
  'cf-connecting-ip',
])('a request with %s goes on only where people sign in, or with demo data', (name) => {
  const sent = { [name]: '203.0.113.7' };
  expect(passes(sent)).toBe(false);
  expect(passes(sent, 'none')).toBe(false);
  expect(passes(sent, ' ')).toBe(false);
  expect(passes(sent, 'password')).toBe(true);
  expect(passes(sent, 'oidc')).toBe(true);
  expect(passes(sent, undefined, true)).toBe(true);
});

it('a request that came straight goes on, and nobody can say that for one that did not', () => {
  expect(passes({ host: 'localhost:3000', 'x-request-id': '1' })).toBe(true);
  expect(passes({ 'x-callscope-forwarded': '1' })).toBe(true);
  expect(passes({ 'x-callscope-forwarded': '', 'x-forwarded-for': '::1' })).toBe(false);
});
