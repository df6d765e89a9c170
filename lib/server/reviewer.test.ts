import { describe, expect, it } from 'vitest';
import type { Identity } from '@/lib/auth/roles';
import { reviewerOf } from './reviewer';

const OWNER: Identity = { role: 'manager', account: null };
const header = (value: string) => new Headers({ 'x-reviewer-email': value });

describe('who reviews', () => {
  it.each([
    ['maya@example.com', 'maya@example.com'],
    [' Maya@Example.COM ', 'maya@example.com'],
    [encodeURIComponent('größe@bücher.example'), 'größe@bücher.example'],
    ['100%@example.com', '100%@example.com'],
  ])('%j is taken', (value, email) => {
    expect(reviewerOf(OWNER, header(value))).toEqual({ email, isManager: false });
  });

  it.each([
    '',
    'maya',
    '@example.com',
    'maya@',
    'a@b@c',
    'two words@example.com',
    'a@b.example, c@d.example',
    'Maya <maya@example.com>',
    'maya%00@example.com',
    encodeURIComponent('maya\u202e@example.com'),
    `${'x'.repeat(320)}@example.com`,
  ])('%j is nobody', (value) => {
    expect(() => reviewerOf(OWNER, header(value))).toThrow(
      expect.objectContaining({ code: 'reviewer_required' }),
    );
  });

  it('is asked for when nothing is said', () => {
    expect(() => reviewerOf(OWNER, new Headers())).toThrow(
      expect.objectContaining({ code: 'reviewer_required' }),
    );
  });

  it.each([
    ['reviewer', false],
    ['manager', true],
  ] as const)('is the %s who has signed in, whatever the header says', (role, isManager) => {
    const account = { subject: 's', email: 'eve@example.com', name: 'Eve' };
    expect(reviewerOf({ role, account }, header('maya@example.com'))).toEqual({
      email: 'eve@example.com',
      isManager,
    });
  });
});
