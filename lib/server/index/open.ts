import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openDuckDb } from './engine/duckdb';
import { isDamage } from './engine/error-messages';
import { closeFiles, closeFolder } from './private-files';
import { prepare } from './schema';
import { identityOf, isMarked, logOf, markDamage, setAside } from './set-aside';
import { createIndexStore } from './sql-store';
import type { IndexStore } from './store';
import { noteTranscripts } from './transcripts/kept';

export type OpenOptions = {
  /** The folder of the embedded index; it is made when it is not there. */
  dataDir: string;
  /** Made-up calls have a file of their own: trying them costs nobody the index of the real ones. */
  demo: boolean;
  /** What tells the account apart from others: address, organization and key. Only a digest of it is kept. */
  account: readonly string[];
  /** Megabytes that the engine may hold; absent: what suits the machine. */
  memory?: number | undefined;
  /** How long one question may take, in milliseconds; absent: 20 seconds. */
  limitMs?: number | undefined;
  /** Whether what was said on calls is kept; what was kept before is forgotten where it is not. Absent: it is. */
  transcripts?: boolean;
  /** Told when an index had to be thrown away, and why. */
  onRebuilt: (reason: string) => void;
  /** Told the name under which a damaged index is kept while a new one is built in its place. */
  onSetAside: (name: string) => void;
  /** Told when other accounts of the machine can reach the files and it could not be mended. */
  onReadable?: () => void;
};

/**
 * Opens the embedded index of this machine. One process at a time can have it open. A damaged one is set aside: all
 * of it can be read from HappyRobot again.
 */
export async function openIndex(options: OpenOptions): Promise<IndexStore> {
  const { dataDir, onSetAside } = options;
  const isFolderClosed = closeFolder(dataDir);
  const path = fileOf(options);
  if (!closeFiles(path, logOf(path)) || !isFolderClosed) options.onReadable?.();
  const found = identityOf(path);
  try {
    return await openFile(path, options);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const name = setAside(path, found, new Date());
    // Without a move another process has built a new one: it is that one's, and opening it says so.
    if (name !== undefined) onSetAside(name);
    return openFile(path, options);
  }
}

async function openFile(
  path: string,
  { demo, account, memory, limitMs, transcripts = true, onRebuilt }: OpenOptions,
): Promise<IndexStore> {
  const driver = await openDuckDb({ path, memory, limitMs });
  try {
    // A new one was made as the process makes files.
    closeFiles(path, logOf(path));
    refuseMarked(path);
    const reason = await prepare(driver, digest(account));
    // The demo's account is a new one at every start: that is no news.
    if (reason && !demo) onRebuilt(reason);
    await noteTranscripts(driver, transcripts);
    return await createIndexStore(driver, (failure) => markDamage(path, failure));
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Asked when the file is open: while another process has it, nothing is done to it. */
function refuseMarked(path: string): void {
  if (isMarked(path)) throw new Error('Corrupt database file: it was found damaged while in use.');
}

export function fileOf({ dataDir, demo }: Pick<OpenOptions, 'dataDir' | 'demo'>): string {
  return join(dataDir, demo ? 'demo.duckdb' : 'callscope.duckdb');
}

/** What is kept of an account: it tells it apart from others and no more. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
