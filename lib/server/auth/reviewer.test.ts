import { describe, expect, it } from 'vitest';
import { OWNER, person } from './person.test-person';
import { reviewerOf } from './reviewer';

const header = (value: string) => new Headers({ 'x-reviewer-email': value });

describe('who reviews', () => {
  it.each([
    ['maya@example.com', 'maya@example.com'],
    [' Maya@Example.COM ', 'maya@example.com'],
    [encodeURIComponent('größe@bücher.example'), 'größe@bücher.example'],
    ['100%@example.com', '100%@example.com'],
  ])('%j is taken', (value, email) => {
    expect(reviewerOf(OWNER, header(value))).toEqual({ email, who: OWNER });
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

  it('is who has signed in, whatever the header says', () => {
    const who = person('reviewer');
    expect(reviewerOf(who, header('maya@example.com'))).toEqual({
      email: 'reviewer@example.com',
      who,
    });
  });
});
