import { expect, it } from 'vitest';
import { reasonUnasked } from './unasked';

it.each([
  [{ status: 'Busy', duration: null }, 'none'],
  [{ status: 'No answer' }, 'none'],
  [{ status: 'Canceled', duration: 0 }, 'none'],
  [{ status: 'Scheduled', duration: null }, 'not_ready'],
  [{ status: 'Ringing', metadata: { recording_sid: null } }, 'not_ready'],
  [{ status: 'Busy', duration: 4 }, null],
  [{ status: 'No answer', metadata: { recording_sid: 'RE1' } }, null],
  [{ status: 'In progress', duration: null }, null],
  [{ status: 'Completed', duration: 60 }, null],
  [{ status: 'Completed' }, null],
  [{ status: 'something new' }, null],
])('%j', (call, reason) => {
  expect(reasonUnasked(call)).toBe(reason);
});
