import { describe, expect, it } from 'vitest';
import { isContested, latestNote, newestFirst, ratingSummary } from './review';

describe('ratings', () => {
  it('are counted, most often given first', () => {
    const ratings = ['👎', '✅', '✅', '🚨'].map((emoji) => ({ emoji }));
    expect(ratingSummary(ratings)).toEqual([
      { emoji: '✅', count: 2 },
      { emoji: '👎', count: 1 },
      { emoji: '🚨', count: 1 },
    ]);
    expect(ratingSummary(null)).toEqual([]);
  });
});

describe('a contested call', () => {
  const rating = (emoji: string, email: string | null = null) => ({ emoji, email });

  it.each([
    ['nobody', null, false],
    ['one', [rating('✅', 'a@x')], false],
    ['the same by two', [rating('✅', 'a@x'), rating('✅', 'b@x')], false],
    ['several by one', [rating('✅', 'a@x'), rating('🚨', ' A@X')], false],
    ['several by nobody known', [rating('✅'), rating('🚨')], false],
    ['different by two', [rating('✅', 'a@x'), rating('🚨', 'b@x')], true],
    ['known and unknown', [rating('✅', 'a@x'), rating('👎')], true],
    [
      'the same and another by two',
      [rating('✅', 'a@x'), rating('✅', 'b@x'), rating('👎', 'a@x')],
      true,
    ],
  ])('%s: %o', (_, ratings, contested) => {
    expect(isContested(ratings)).toBe(contested);
  });
});

describe('notes', () => {
  const note = (id: string, created_at: string | null) => ({ id, created_at });

  it('come newest first, those without a time last', () => {
    const notes = [
      note('undated', null),
      note('old', '2026-01-01T00:00:00Z'),
      note('nonsense', 'soon'),
      note('new', '2026-02-01T00:00:00Z'),
    ];
    expect(newestFirst(notes).map(({ id }) => id)).toEqual(['new', 'old', 'undated', 'nonsense']);
    expect(latestNote(notes)?.id).toBe('new');
    expect(latestNote(undefined)).toBeUndefined();
  });
});
