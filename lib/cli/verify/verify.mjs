// @ts-check
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { checkNode, install, ROOT, run } from '../steps.mjs';
import { findBrowser } from './browser.mjs';
import { checkLockFile } from './floors.mjs';
import '../stop-with-npm.mjs';

/**
 * `npm run verify`: everything that must hold, cheap checks first. Stops at the first step that fails; the last
 * line counts unit and end-to-end tests, and a step that failed for another reason as one.
 */

const RESULTS = `${ROOT}test-results`;
const UNIT = `${RESULTS}/unit.json`;
const E2E = `${RESULTS}/e2e.json`;

/** @typedef {{ passed: number, failed: number }} Count */

const total = { passed: 0, failed: 0 };
let browser = '';

const npm = (/** @type {string} */ script, /** @type {string[]} */ args = [], env = {}) =>
  run('npm', ['run', '--silent', script, '--', ...args], { env });

/** @type {[name: string, step: () => Promise<number>][]} */
const STEPS = [
  ['versions', checkLockFile],
  ['install', install],
  ['browser', useBrowser],
  ['format', () => npm('format')],
  ['lint, imports, unused, types', () => sideBySide('lint', 'imports', 'unused', 'types')],
  ['unit tests', unitTests],
  ['build', () => npm('build', [], { BUILD_CHECKS_TYPES: 'off' })],
  ['first load', () => run(process.execPath, ['lib/cli/verify/first-load.mjs'])],
  ['end-to-end tests', endToEndTests],
];

/** For what keeps one core busy each. Tells of each by its own output; the code is that of the first that failed. */
async function sideBySide(/** @type {string[]} */ ...scripts) {
  const codes = await Promise.all(scripts.map((script) => npm(script)));
  return codes.find((code) => code !== 0) ?? 0;
}

async function useBrowser() {
  try {
    browser = await findBrowser();
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`];
  const code = await npm('test', reporters);
  return count(code, UNIT, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function endToEndTests() {
  const code = await npm('e2e', ['--reporter=list,json'], {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: E2E,
  });
  return count(code, E2E, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}

/**
 * Adds what a report counts to the total. A report that is missing or counts nothing is a failure.
 * @param {number} code
 * @param {string} file
 * @param {(report: { numPassedTests: number, numFailedTests: number, stats: Record<'expected' | 'flaky' | 'unexpected', number> }) => Count} read
 */
function count(code, file, read) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(file, 'utf8')));
    if (!Number.isInteger(passed + failed)) throw new Error('no counts');
    total.passed += passed;
    total.failed += failed;
    return code !== 0 || passed + failed > 0 ? code : 1;
  } catch {
    process.stderr.write(`The tests left no report in ${file}.\n`);
    return code === 0 ? 1 : code;
  }
}

async function verify() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  for (const [name, step] of STEPS) {
    process.stdout.write(`\n== ${name}\n`);
    const started = performance.now();
    const failedBefore = total.failed;
    const code = await step();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`== ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`);
    if (code === 0) continue;
    if (total.failed === failedBefore) total.failed += 1;
    return 1;
  }
  return 0;
}

checkNode();
const code = await verify();
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = code;
