import { describe, expect, it } from 'vitest';
import { STATUSES } from '@/lib/call/query/filters';
import { isUnderWay, whyNoTranscript } from './no-transcript';

describe('why there is no transcript', () => {
  it.each([
    ['No answer', /nobody answered/i],
    ['Busy', /busy/],
    ['Failed', /failed/],
    ['Canceled', /canceled/],
    ['AMD Terminated', /machine/],
    ['In progress', /still going on/],
    ['Scheduled', /not been made yet/],
    ['<b>Odd</b>', /“<b>Odd<\/b>”/],
    ['toString', /“toString”/],
  ])('%s', (status, words) => {
    expect(whyNoTranscript({ status })).toMatch(words);
  });

  it('is told for each status on its own', () => {
    const told = STATUSES.map((status) => whyNoTranscript({ status }));
    expect(new Set(told).size).toBe(STATUSES.length);
  });

  it('more comes only while the call is under way', () => {
    expect(isUnderWay({ status: 'In progress' })).toBe(true);
    expect(isUnderWay({ status: 'In progress', duration: 5 })).toBe(false);
    expect(isUnderWay({ status: 'Scheduled' })).toBe(false);
    expect(isUnderWay({ status: 'Completed', duration: 0 })).toBe(false);
  });
});
