import { describe, expect, it } from 'vitest';
import { withPendingRatings } from './pending-ratings';

const NOW = '2026-11-22T10:30:00Z';
const wish = (emoji: string, given: boolean, by = 'maya@x.example') => ({ emoji, by, given });
const rating = (emoji: string, email = 'maya@x.example') => ({ emoji, email, created: NOW });

describe('ratings with the wishes for them', () => {
  it('has those that are wished for, each once', () => {
    const ratings = withPendingRatings(
      { ratings: [rating('✅')] },
      [wish('✅', true), wish('🚨', true)],
      NOW,
    );
    expect(ratings).toEqual([rating('✅'), rating('🚨')]);
    expect(withPendingRatings({}, [wish('👎', true)], NOW)).toEqual([rating('👎')]);
  });

  it('has none that are to be taken back, and leaves those of others', () => {
    const others = rating('✅', 'tom@x.example');
    const call = { ratings: [rating('✅', 'Maya@X.example'), others] };
    expect(withPendingRatings(call, [wish('✅', false)], NOW)).toEqual([others]);
  });

  it('is the very same where nothing is to change', () => {
    const ratings = [rating('✅')];
    expect(withPendingRatings({ ratings }, [wish('✅', true), wish('👎', false)], NOW)).toBe(
      ratings,
    );
  });
});
