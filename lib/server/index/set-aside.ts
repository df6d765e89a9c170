import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Driver } from './driver';
import { isDamage } from './reasons';

/** Which file stands under a name: another process may have put a new one there meanwhile. */
export type FileIdentity = number | undefined;

export function identityOf(path: string): FileIdentity {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

/**
 * Moves a damaged index, and what was written to its log, to a name with the time; both are kept. Undefined when it
 * is no longer the file that was found damaged. Nobody may have it open.
 */
export function setAside(path: string, found: FileIdentity, now: Date): string | undefined {
  if (found === undefined || identityOf(path) !== found) return undefined;
  const time = now.toISOString().replaceAll(':', '-');
  const aside = path.replace(/\.duckdb$/, `.damaged-${time}.duckdb`);
  renameSync(path, aside);
  if (existsSync(logOf(path))) renameSync(logOf(path), logOf(aside));
  rmSync(markOf(path), { force: true });
  return basename(aside);
}

/** Whether damage was noticed after the file had been opened, so that opening it well says nothing. */
export function isMarked(path: string): boolean {
  return existsSync(markOf(path));
}

/** The same engine; when it finds its file damaged, the next start is told. */
export function markingDamage(driver: Driver, path: string): Driver {
  async function watched<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isDamage(error)) mark(path);
      throw error;
    }
  }
  return {
    ...driver,
    query: (question, row) => watched(driver.query(question, row)),
    write: (run) => watched(driver.write(run)),
  };
}

function mark(path: string): void {
  try {
    writeFileSync(markOf(path), '');
  } catch {
    // A disk that takes no mark is told of by everything else.
  }
}

/** The engine's write-ahead log: what was committed and is not in the file yet. */
function logOf(path: string): string {
  return `${path}.wal`;
}

function markOf(path: string): string {
  return `${path}.damaged`;
}
