import { expect, test } from 'vitest';
import { untilAborted } from '@/lib/server/abort';
import { withDeadline } from './abort';

test('who has left already is let go, and the operation knows', async () => {
  let told = false;
  const asked = withDeadline(1_000, AbortSignal.abort(), async ({ signal }) => {
    told = signal.aborted;
    return new Promise(() => undefined);
  });
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(told).toBe(true);
});

test('what fails after it was given up fails unheard', async () => {
  const late = Promise.reject(new Error('too late'));
  await expect(untilAborted(late, AbortSignal.abort('gone'))).rejects.toBe('gone');
});
