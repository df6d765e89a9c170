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
  const by = (email: string | null, emoji: string) => ({ email, emoji });
  it.each([
    ['has no ratings', null, false],
    ['has one', [by('a@x.example', '✅')], false],
    ['has two alike', [by('a@x.example', '✅'), by('b@x.example', '✅')], false],
    ['has two of one person', [by('a@x.example', '✅'), by(' A@X.example', '👎')], false],
    ['has different ones', [by('a@x.example', '✅'), by('b@x.example', '👎')], true],
    ['of one nobody knows', [by(null, '✅'), by('b@x.example', '👎')], true],
    [
      'has one of many that differs',
      [by('a@x.example', '✅'), by('b@x.example', '✅'), by('a@x.example', '🚨')],
      true,
    ],
  ])('%s', (_, ratings, contested) => {
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
