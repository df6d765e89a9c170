import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isDamage } from './engine/error-messages';

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

/** When a failure shows that the file in use is damaged, the next start is told. */
export function markDamage(path: string, failure: unknown): void {
  if (!isDamage(failure)) return;
  try {
    writeFileSync(markOf(path), '');
  } catch {
    // A disk that takes no mark is told of by everything else.
  }
}

/** The engine's write-ahead log: what was committed and is not in the file yet. */
export function logOf(path: string): string {
  return `${path}.wal`;
}

function markOf(path: string): string {
  return `${path}.damaged`;
}
