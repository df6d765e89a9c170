// @ts-check
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../steps.mjs';

/** Where the build lays out the server. */
export const STANDALONE = `${ROOT}.next/standalone`;

/** The commands that are of use where there is no source, and what they start. */
export const PROGRAMS = [
  'lib/cli/serve.ts',
  'lib/cli/exit-with-parent.mjs',
  'lib/cli/users/user.ts',
  'lib/cli/secret.mjs',
  'lib/cli/doctor.ts',
  'lib/cli/container/health.mjs',
  'lib/demo/main.ts',
];

/** What the build leaves to whoever lays it out: what browsers load, and the license. */
const COPIES = ['public', '.next/static', 'LICENSE'];

/**
 * What the build takes along and nobody needs here: sources that it takes for data, settings of this machine with their
 * secrets, and what draws images, which Callscope has none of.
 */
const NEEDLESS = [
  'lib',
  '.env',
  '.env.production',
  'node_modules/sharp',
  'node_modules/@img',
  'node_modules/semver',
  'node_modules/detect-libc',
  'public/screenshot.png',
];

/** Found beside the compiled files, as they bring more than code; they are in the folder for the server's sake. */
const EXTERNAL = ['@duckdb/node-api', '@next/env', 'pino'];

/** Packages that are not modules ask for what they need the old way. */
const REQUIRE =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

/**
 * Makes the server that the build laid out whole; can be repeated.
 * @throws {Error} when there is none
 */
export async function completeStandalone() {
  if (!existsSync(join(STANDALONE, 'server.js'))) {
    throw new Error('There is no build to complete: run `npm run build` first.');
  }
  for (const name of COPIES) cpSync(ROOT + name, join(STANDALONE, name), { recursive: true });
  for (const name of NEEDLESS) rmSync(join(STANDALONE, name), { recursive: true, force: true });
  for (const folder of packagesIn('node_modules')) {
    rmSync(join(STANDALONE, folder, 'test'), { recursive: true, force: true });
  }
  copyEngine();
  const { name, version, license, type } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const manifest = { name, version, private: true, license, type };
  writeFileSync(join(STANDALONE, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await build({
    entryPoints: PROGRAMS,
    absWorkingDir: ROOT,
    outbase: ROOT,
    outdir: STANDALONE,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  openToReaders(STANDALONE);
}

/**
 * The folders of packages in one that holds them, those of a scope among them. Some bring their tests along.
 * @param {string} home
 * @returns {string[]}
 */
function packagesIn(home) {
  const names = readdirSync(join(STANDALONE, home)).map((name) => `${home}/${name}`);
  return names.flatMap((path) => (/\/@[^/]+$/.test(path) ? packagesIn(path) : [path]));
}

/** The build sees what is loaded by name: the engine's library, which its binding loads by itself, is not. */
function copyEngine() {
  const home = 'node_modules/@duckdb';
  const bindings = readdirSync(ROOT + home).filter((name) => name.startsWith('node-bindings-'));
  if (bindings.length === 0) throw new Error('No binding of DuckDB is installed.');
  for (const name of bindings) {
    cpSync(`${ROOT}${home}/${name}`, join(STANDALONE, home, name), { recursive: true });
  }
}

/** Another account runs it than the one that built it, which may keep its files to itself. */
function openToReaders(/** @type {string} */ folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) openToReaders(path);
    else chmodSync(path, statSync(path).mode | 0o444);
  }
  chmodSync(folder, statSync(folder).mode | 0o555);
}
