// @ts-check
import { readFileSync } from 'node:fs';
import { ROOT } from '../steps.mjs';

/** What the lock file must never fall below again, and why: lower versions install and work just as well. */

/** @typedef {{ name: string, least: string, reason: string }} Floor */

/** @type {Floor[]} */
export const FLOORS = [
  {
    name: 'next',
    least: '16.4.6',
    reason: '16.4.1 and 16.4.5 fixed remote code execution and leaks between requests',
  },
  {
    name: 'sharp',
    least: '0.35.5',
    reason:
      'libvips before it is broken by images (GHSA-f88m-g3jw-g9cj and later); no code of ours loads it',
  },
  {
    name: 'undici',
    least: '7.29.0',
    reason:
      'speaks to HappyRobot: endless decompression (CVE-2026-22036), memory (CVE-2026-1526), Cache-Control (CVE-2026-13697)',
  },
  {
    name: 'esbuild',
    least: '0.28.1',
    reason:
      'GHSA-gv7w-rqvm-qjhr; its development server answered any site before 0.25.0 (GHSA-67mh-4wv8-2f99)',
  },
  {
    name: 'postcss',
    least: '8.4.31',
    reason: 'took part of a comment for a rule (CVE-2023-44270)',
  },
  { name: 'nanoid', least: '3.3.8', reason: 'could be made to repeat ids (CVE-2024-55565)' },
  {
    name: 'vitest',
    least: '4.1.11',
    reason: 'its server let any file be read and run (GHSA-5xrq-8626-4rwp)',
  },
  {
    name: '@vitest/mocker',
    least: '4.1.11',
    reason: 'read files outside of the project (GHSA-82fw-gwwq-j7x9)',
  },
];

/**
 * A sentence for each entry of a lock file that is below its floor, or names the host it was fetched from: that would
 * make everybody fetch from there.
 * @param {{ packages?: Record<string, { version?: string, resolved?: string }> }} lock
 * @param {Floor[]} [floors]
 * @returns {string[]}
 */
export function complaintsAbout({ packages = {} }, floors = FLOORS) {
  return Object.entries(packages).flatMap(([path, { version = '', resolved = '' }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const floor = path.includes('node_modules/') && floors.find((each) => each.name === name);
    return [
      ...(floor && isBelow(version, floor.least)
        ? [`${path} is ${version || 'of no version'}, at least ${floor.least}: ${floor.reason}.`]
        : []),
      ...(resolved.includes('//') ? [`${path} names the host it comes from.`] : []),
    ];
  });
}

/** A release before the release counts as below it. */
function isBelow(/** @type {string} */ version, /** @type {string} */ least) {
  const [have = [], want = []] = [version, least].map((text) => text.split(/[.+-]/).map(Number));
  for (let place = 0; place < 3; place += 1) {
    const [ours = Number.NaN, theirs = 0] = [have[place], want[place]];
    if (ours !== theirs) return !(ours > theirs);
  }
  return version.includes('-');
}

/** Checks the lock file of this project; gives the exit code. */
export async function checkLockFile() {
  const complaints = complaintsAbout(JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')));
  for (const complaint of complaints) process.stderr.write(`package-lock.json: ${complaint}\n`);
  return complaints.length === 0 ? 0 : 1;
}
