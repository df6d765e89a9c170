import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckDb } from './duckdb';
import { prepare } from './schema';
import { createIndexStore } from './sql-store';
import type { IndexStore } from './store';

export type OpenOptions = {
  /** The folder of the embedded index; it is made when it is not there. */
  dataDir: string;
  /** Made-up calls have a file of their own: trying them costs nobody the index of the real ones. */
  demo: boolean;
  /** What tells the account apart from others: address, organization and key. Only a digest of it is kept. */
  account: readonly string[];
  /** Told when an index had to be thrown away, and why. */
  onRebuilt: (reason: string) => void;
};

/** Opens the embedded index of this machine. One process at a time can have it open. */
export async function openIndex(options: OpenOptions): Promise<IndexStore> {
  const { dataDir, demo, account, onRebuilt } = options;
  mkdirSync(dataDir, { recursive: true });
  const driver = await openDuckDb({
    path: join(dataDir, demo ? 'demo.duckdb' : 'callscope.duckdb'),
  });
  try {
    const reason = await prepare(driver, digest(account));
    // The demo's account is a new one at every start: that is no news.
    if (reason && !demo) onRebuilt(reason);
    return await createIndexStore(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
