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

  it('names every tag so that it can be asked for', () => {
    const calls = [call('1', { metadata: { tags: ['', '(none)', ' vip ', 'vip'] } })];
    expect(seenValues('tags', calls).map(({ value }) => value)).toEqual([
      ' vip ',
      '(empty)',
      '\\(none)',
      'vip',
    ]);
  });

  it('names use cases and agents, and passes over calls without any', () => {
    const calls = [
      call('1', {
        use_case: { id: 'aaaa1111', name: 'Check call' },
        agent: { id: 'a', name: 'Ann' },
      }),
      call('2', { use_case: { id: 'aaaa1111', name: 'Check call' } }),
      call('3', { use_case: { id: 'aaaa4444', name: '' } }),
      call('4', { use_case: { name: 'without an id' }, agent: null }),
    ];
    expect(seenValues('use_cases', calls)).toEqual([
      { value: 'aaaa1111', label: 'Check call' },
      { value: 'aaaa4444', label: 'aaaa4444' },
    ]);
    expect(seenValues('agents', calls)).toEqual([{ value: 'a', label: 'Ann' }]);
  });
});
