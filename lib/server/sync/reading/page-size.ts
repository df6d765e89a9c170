import { isCallscopeError } from '@/lib/server/errors';

const LARGEST = 2_000;
const SMALLEST = 50;

/** How many calls to ask for at once. */
export interface PageSize {
  current(): number;
  succeeded(): void;
  failed(error: unknown): void;
}

/** As many as HappyRobot gives, but fewer after an answer that was too much for it or for us. */
export function createPageSize(): PageSize {
  let size = LARGEST;
  return {
    current: () => size,
    succeeded() {
      size = Math.min(LARGEST, size * 2);
    },
    failed(error) {
      const maybeTooLarge =
        isCallscopeError(error) &&
        ['upstream_timeout', 'upstream_invalid_response', 'upstream_failed'].includes(error.code);
      if (maybeTooLarge) size = Math.max(SMALLEST, Math.floor(size / 2));
    },
  };
}
