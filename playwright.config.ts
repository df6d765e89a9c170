import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Chromium without its windows is a fifth less work, where it is installed. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The end-to-end tests of the production build (`npm run build` first), in the browser of the machine. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  workers: 2,
  // A machine that is busy with something else must not fail a build; a real fault fails each time.
  retries: process.env.CI === undefined ? 0 : 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    trace: 'off',
    // What moves is drawn again and again, and here nobody looks at it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Every test opens a page of its own: without spare renderers that is a sixth less work.
        '--renderer-process-limit=1',
      ],
    },
  },
});

/** The browser that `CHROMIUM_PATH` names, by its path or as a program; else the system's; else Playwright's own. */
function browserPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (!named) return SYSTEM_BROWSERS.find((path) => existsSync(path));
  const folders = named.includes('/') ? [''] : (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, named)).find((path) => existsSync(path));
}
