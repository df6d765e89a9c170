import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const MB = 1_000_000;
const MOST = 10_000;

/** Where an engine puts aside what does not fit into its memory, and how many megabytes at most. */
export type Spill = { folder: string; megabytes: number };

/**
 * A folder beside the file that nobody else uses: another process may have the same file open, which shows only
 * later. At most a quarter of the free disk is taken: the index wants to grow too.
 */
export function makeSpill(path: string): Spill {
  const folder = join(allOf(path), randomUUID());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  return { folder, megabytes: Math.floor(Math.min(MOST, (bavail * bsize) / 4 / MB)) };
}

/** Removes what processes that were killed have left behind; the file must be this process's. */
export function removeOlder(path: string, { folder }: Spill): void {
  for (const name of readdirSync(allOf(path)))
    if (name !== basename(folder)) rmSync(join(allOf(path), name), { recursive: true });
}

export function removeSpill({ folder }: Spill): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    // Not while another process has a folder in it.
    if (readdirSync(dirname(folder)).length === 0) rmSync(dirname(folder), { recursive: true });
  } catch {
    // Another one was quicker.
  }
}

function allOf(path: string): string {
  return `${path}.spill`;
}
