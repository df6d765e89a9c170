import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '@/lib/call/answers/problem';
import { problem } from '@/lib/call/answers/problem-kinds';
import { recordingOf } from './use-recording';

const MADE = { status: 'Completed', duration: 60, metadata: { recording_sid: 'RE1' } };
const asked = { data: undefined, problem: null, restedLong: true, retry: () => {} };
const failed = (code: ProblemCode) => ({ ...asked, problem: problem(code, '') });

describe('what there is to hear', () => {
  it.each<[ProblemCode, 'there' | 'failed']>([
    ['upstream_timeout', 'there'],
    ['recording_unavailable', 'there'],
    ['upstream_rate_limited', 'there'],
    ['callscope_unreachable', 'there'],
    ['signed_out', 'failed'],
    ['not_allowed', 'failed'],
    ['not_found', 'failed'],
  ])('of a recording that was made, when asking for its loudness ends in %s: %s', (code, at) => {
    expect(recordingOf(MADE, failed(code)).at).toBe(at);
  });

  it('stays there, as the same, when the answer that was waited for fails', () => {
    const heard = recordingOf(MADE, asked);
    expect(heard).toEqual({ at: 'there', sessions: [expect.objectContaining({ peaks: null })] });
    expect(recordingOf(MADE, failed('recording_unavailable'))).toEqual(heard);
  });

  it('is not known after a failure where nothing says that it was made, or so soon', () => {
    const unsure = { ...MADE, metadata: {} };
    expect(recordingOf(unsure, failed('upstream_timeout')).at).toBe('failed');
    expect(recordingOf(MADE, { ...failed('upstream_timeout'), restedLong: false }).at).toBe(
      'failed',
    );
    expect(recordingOf(MADE, { ...asked, restedLong: false }).at).toBe('waiting');
  });

  it('is what is answered', () => {
    const none = { ...asked, data: { sessions: [], reason: 'gone' as const } };
    expect(recordingOf(MADE, none)).toMatchObject({ at: 'missing', reason: 'gone' });
    const busy = { status: 'Busy', duration: null, metadata: null };
    expect(recordingOf(busy, asked)).toMatchObject({ at: 'missing', reason: 'none' });
  });
});
