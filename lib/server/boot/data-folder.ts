import { CallscopeError } from '@/lib/server/errors';
import { identityOf } from '@/lib/server/index/set-aside';

const REASON =
  'DATA_DIR was deleted or replaced while Callscope ran. Stop it, put the folder back, and start it again.';

/** The folder that Callscope keeps everything in, which has to stay there while the process lives. */
export type DataFolder = {
  /** From now on these files and folders have to stay. */
  watch(...paths: string[]): void;
  /** Why nothing in it counts any more; undefined while it is there. */
  lost(): string | undefined;
  /**
   * What is not there is not the same as empty.
   * @throws {CallscopeError} `data_unavailable` when the folder is lost
   */
  refuseLost(): void;
};

/** `onLost` is told once. */
export function createDataFolder(onLost: (reason: string) => void): DataFolder {
  const watched = new Map<string, number>();
  let isTold = false;

  function lost(): string | undefined {
    const isThere = [...watched].every(([path, inode]) => inodeOf(path) === inode);
    if (isThere) return undefined;
    if (!isTold) onLost(REASON);
    isTold = true;
    return REASON;
  }

  return {
    watch(...paths) {
      for (const path of paths) {
        const inode = inodeOf(path);
        if (inode !== undefined) watched.set(path, inode);
      }
    },
    lost,
    refuseLost() {
      const reason = lost();
      if (reason !== undefined) throw new CallscopeError('data_unavailable', reason);
    },
  };
}

/** A folder that cannot be looked into is as good as gone. */
function inodeOf(path: string): number | undefined {
  try {
    return identityOf(path);
  } catch {
    return undefined;
  }
}
