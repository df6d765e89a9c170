import { openDuckDb } from './engine/duckdb';
import { prepare } from './schema';
import { createIndexStore } from './sql-store';
import type { IndexStore } from './store';

/** A real index that is gone when it is closed. */
export async function openMemoryIndex(): Promise<IndexStore> {
  const driver = await openDuckDb({ path: ':memory:' });
  await prepare(driver, 'tests');
  return createIndexStore(driver);
}
