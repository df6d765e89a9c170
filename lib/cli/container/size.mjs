// @ts-check
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 10;

/**
 * Lines that say what a folder weighs, and what is heaviest in it: packages, and folders of two levels.
 * @param {string} folder
 * @returns {string}
 */
export function sizesIn(folder) {
  /** @type {Map<string, number>} */
  const parts = new Map();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const found = lstatSync(join(folder, path));
    if (!found.isFile()) continue;
    const part = partOf(path.replaceAll('\\', '/'));
    parts.set(part, (parts.get(part) ?? 0) + found.size);
  }
  const total = [...parts.values()].reduce((sum, size) => sum + size, 0);
  const heaviest = [...parts].sort(([, a], [, b]) => b - a).slice(0, MOST_LINES);
  const lines = heaviest.map(([part, size]) => `${megabytes(size)}  ${part}`);
  return `${[`${megabytes(total)}  all of ${folder}`, ...lines].join('\n')}\n`;
}

/** The package, or the first two folders, that a file is in. */
function partOf(/** @type {string} */ path) {
  const names = path.split('/');
  const isScoped = names[0] === 'node_modules' && names[1]?.startsWith('@');
  return names.slice(0, isScoped ? 3 : 2).join('/');
}

/** Megabytes of a million bytes, as disks and registries count them. */
function megabytes(/** @type {number} */ bytes) {
  return `${(bytes / 1e6).toFixed(1).padStart(7)} MB`;
}
