import { CallscopeError } from '@/lib/server/errors';
import type { IndexHandle } from '@/lib/server/index/index-handle';

/**
 * Readiness is about what Callscope has: the live view works without an index, but not as it should. HappyRobot being
 * away is no part of it, for then the index answers.
 * @throws {CallscopeError} `index_unavailable` with the reason
 */
export function refuseUnready(index: IndexHandle): void {
  const condition = index.condition();
  if (condition === 'open') return;
  throw new CallscopeError(
    'index_unavailable',
    condition === 'opening' ? 'The index is being opened.' : condition.reason,
  );
}
