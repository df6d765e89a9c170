import { CallscopeError } from './errors';
import type { IndexStore } from './index/store';

/** The index of this process, which is opened while the first requests are already answered, or cannot be. */
export type IndexHandle = {
  /** @throws {CallscopeError} `index_unavailable` when it could not be opened, with the reason. */
  store(): Promise<IndexStore>;
  close(): Promise<void>;
};

/**
 * Starts to open the index. A failure is told once, by `onFailure`, and to everybody who asks; the live view goes
 * on without it.
 */
export function holdIndex(
  open: () => Promise<IndexStore>,
  onFailure: (error: unknown, reason: string) => void,
): IndexHandle {
  const opening = open().catch((error: unknown) => {
    const reason = reasonOf(error);
    onFailure(error, reason);
    throw new CallscopeError('index_unavailable', reason, { cause: error });
  });
  // Whoever asks gets the failure; before that it is nobody's.
  opening.catch(() => undefined);
  return {
    store: () => opening,
    close: () =>
      opening.then(
        (store) => store.close(),
        () => undefined,
      ),
  };
}

const REASONS: [RegExp, string][] = [
  [
    /lock/i,
    'Another process has the index open: one Callscope at a time can use a DATA_DIR. Stop the other one, or give this one its own DATA_DIR.',
  ],
  [/EACCES|EPERM|EROFS|permission|read-?only/i, 'DATA_DIR cannot be written to.'],
  [/ENOSPC|no space/i, 'The disk that DATA_DIR is on is full.'],
  [
    /corrupt|not a valid|checksum|deserialize/i,
    'The index file in DATA_DIR is damaged. Move it away: a new one is built from HappyRobot.',
  ],
];

/** What stands in the way, in a sentence without paths. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = REASONS.find(([pattern]) => pattern.test(message));
  return known ? known[1] : 'The index could not be opened; the log of the server tells why.';
}
