import { describe, expect, it } from 'vitest';
import type { CallRow } from '@/lib/call/call';
import { seenValues } from './seen-values';

const call = (id: string, rest: Partial<CallRow>): CallRow => ({
  id,
  type: 'Inbound',
  status: 'Completed',
  created: '2026-11-01T00:00:00Z',
  ...rest,
});

describe('seenValues', () => {
  it('ranks tags by the calls that have them, each call once', () => {
    const calls = [
      call('1', { metadata: { tags: ['a,b', '<b>x</b>'] } }),
      call('1', { metadata: { tags: ['a,b', '<b>x</b>'] } }),
      call('2', { metadata: { tags: ['a,b'] } }),
      call('3', { metadata: null }),
    ];
    expect(seenValues('tags', calls)).toEqual([
      { value: 'a,b', label: 'a,b' },
      { value: '<b>x</b>', label: '<b>x</b>' },
    ]);
  });

  it('tells use cases of the same name apart', () => {
    const calls = [
      call('1', { use_case: { id: 'aaaa1111', name: 'Check call' } }),
      call('2', { use_case: { id: 'aaaa2222', name: 'Check call' } }),
      call('3', { use_case: { id: 'aaaa3333', name: 'Payment' } }),
      call('4', { use_case: { id: 'aaaa4444', name: '' } }),
      call('5', { use_case: { name: 'without an id' } }),
    ];
    expect(
      seenValues('use_cases', calls)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['Check call (…1111)', 'Check call (…2222)', 'Payment', 'aaaa4444']);
  });
});
