// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../steps.mjs';

/** The headless shell first: it draws the same with a sixth less work, and Playwright brings it for the same reason. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * The path of a Chromium that runs: the one on the machine, else Playwright's, else one that is installed now.
 * @returns {Promise<string>}
 * @throws {Error} with a sentence that says what to do
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (works(named)) return named;
    throw new Error(
      'CHROMIUM_PATH names no Chromium that runs, for example CHROMIUM_PATH=/usr/bin/chromium',
    );
  }
  const found = onPath() ?? (await playwrights());
  if (found) return found;

  await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  const downloaded = await playwrights();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['update']);
    for (const name of NAMES.slice(0, 2)) {
      await run('apt-get', ['install', '-y', '--no-install-recommends', name], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
      const installed = onPath();
      if (installed) return installed;
    }
  }
  throw new Error(
    'No browser was found and none could be installed: install Chromium, or name it, for example CHROMIUM_PATH=/usr/bin/chromium',
  );
}

/** The full path of the first browser on PATH: Playwright takes no bare name. */
function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    (path) => existsSync(path) && works(path),
  );
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && works(path) ? path : undefined;
}

/** Some systems carry a `chromium` that only tells how to install it: it counts when it can say its version. */
function works(/** @type {string} */ program) {
  return spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}
