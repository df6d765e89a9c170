// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the commands that must work before anything is installed share: plain Node, no packages. */

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE_FLOOR = [20, 9];
const IS_WINDOWS = process.platform === 'win32';

/** Ends the process when Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = NODE_FLOOR;
  if (major > floorMajor || (major === floorMajor && minor >= floorMinor)) return;
  process.stderr.write(
    `Callscope needs Node.js ${NODE_FLOOR.join('.')} or later, this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/**
 * Runs a program to its end, its output on ours.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options] variables on top of ours
 * @returns {Promise<number>} the exit code
 */
export function run(program, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      shell: IS_WINDOWS && program === 'npm',
    });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, forward);
    const end = (/** @type {number | null} */ code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
}

/** Installs the locked packages unless exactly these are there; gives the exit code. */
export async function install() {
  if (isInstalled()) return 0;
  return run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Whether node_modules holds every locked version (npm keeps its own record of what it installed). */
function isInstalled() {
  const record = `${ROOT}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const locked = packagesOf(`${ROOT}package-lock.json`);
  const installed = packagesOf(record);
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' ||
      installed[path]?.version === version ||
      (installed[path] === undefined && (optional || devOptional)),
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function packagesOf(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
