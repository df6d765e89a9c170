import { describe, expect, it } from 'vitest';
import { isSafeAddress, stampOfSettings } from './settings';

describe('an address that secrets may travel to', () => {
  it.each([
    ['https://login.company.example', true],
    ['https://login.company.example/realms/a', true],
    ['http://localhost:8080/realms/a', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://login.company.example', false],
    ['http://localhost.evil.example', false],
    ['https://ana:secret@login.company.example', false],
    ['https://login.company.example/?a=1', false],
    ['https://login.company.example/#a', false],
    ['https://login.company .example', false],
    ['ftp://localhost', false],
    ['login.company.example', false],
    ['', false],
  ])('%s: %s', (text, isSafe) => {
    expect(isSafeAddress(text)).toBe(isSafe);
  });
});

it('the stamp of settings tells whether others would be let in, or as something else', () => {
  const settings = {
    publicUrl: 'https://callscope.example',
    issuer: 'https://login.example',
    clientId: 'callscope',
    clientSecret: 'secret',
    allowedDomains: ['example.com'],
    roleClaim: 'groups',
    roleMap: { '*': 'manager' },
  } as const;
  const stamp = stampOfSettings(settings);
  expect(stampOfSettings({ ...settings, clientSecret: 'another' })).toBe(stamp);
  expect(stampOfSettings({ ...settings, issuer: 'https://other.example' })).not.toBe(stamp);
  expect(stampOfSettings({ ...settings, allowedDomains: ['example.org'] })).not.toBe(stamp);
  expect(stampOfSettings({ ...settings, roleMap: { '*': 'viewer' } })).not.toBe(stamp);
});
