// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../steps.mjs';

/**
 * Weighs the scripts that `/calls` loads first, of the production build, and looks for libraries that must come
 * later. Ends with 1 when they are too heavy.
 */

const BUDGET_KB = 200;
/** Text that each library ships in its code and nothing else of ours contains. */
const LATER = { recharts: 'recharts-', 'react-day-picker': 'rdp-' };
const READY = 'Callscope is ready on ';
const START_MS = 60_000;

const port = await freePort();
const server = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/serve.ts', 'start'], {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, PORT: String(port), HOSTNAME: '127.0.0.1', HAPPYROBOT_API_KEY: '' },
});
try {
  await ready();
  process.exitCode = weigh(await firstScripts());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  server.kill();
}

async function firstScripts() {
  const answer = await fetch(`http://127.0.0.1:${port}/calls`);
  if (!answer.ok) throw new Error(`/calls answers ${answer.status}.`);
  const tags = (await answer.text()).match(/<script\b[^>]*>/gi) ?? [];
  const paths = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\bsrc="(\/_next\/static\/[^"?]+\.js)/.exec(tag)?.[1]);
  return [...new Set(paths)].filter((path) => path !== undefined);
}

/** @param {string[]} paths */
function weigh(paths) {
  if (paths.length === 0) throw new Error('/calls names no scripts: nothing was weighed.');
  const scripts = paths.map((path) => readFileSync(path.replace('/_next/', `${ROOT}.next/`)));
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
  const kilobytes = (bytes / 1000).toFixed(1);
  process.stdout.write(
    `First-load JavaScript of /calls: ${kilobytes} kB gzipped in ${paths.length} scripts, at most ${BUDGET_KB} kB\n`,
  );
  const early = Object.entries(LATER).filter(([, mark]) =>
    scripts.some((script) => script.includes(mark)),
  );
  for (const [library] of early) process.stderr.write(`${library} is in the first load.\n`);
  return bytes > BUDGET_KB * 1000 || early.length > 0 ? 1 : 0;
}

function ready() {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes(READY)) resolve(undefined);
    });
    server.once('exit', (code) => reject(new Error(`The server did not start (${code}).`)));
    setTimeout(() => reject(new Error('The server was not ready in time.')), START_MS).unref();
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(found));
    });
  });
}
