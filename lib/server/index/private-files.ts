import { chmodSync, lstatSync, mkdirSync } from 'node:fs';

/** What accounts other than ours may do with a file. */
const OTHERS = 0o077;
/** A folder that everybody may put files into, such as /tmp: it is not ours to close. */
const STICKY = 0o1000;

/** Makes the folder where it is not, and closes it to every other account of the machine; whether it is closed. */
export function closeFolder(path: string): boolean {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return closed(path);
}

/** Closes files to every other account; one that is not there is no news. Whether they are closed. */
export function closeFiles(...paths: string[]): boolean {
  return paths.every(closed);
}

function closed(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isSymbolicLink() || (found.mode & OTHERS) === 0) return true;
  if (found.mode & STICKY) return false;
  try {
    chmodSync(path, found.mode & 0o7700);
    return true;
  } catch {
    // It belongs to another account, or its disk knows no such thing.
    return false;
  }
}
