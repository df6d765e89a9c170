import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startDemo } from '@/lib/cli/serve/demo-process';
import { ROOT } from '@/lib/cli/steps.mjs';
import { childVariables, DEMO_VARIABLE, EnvError } from '@/lib/server/boot/env';

const START_MS = 60_000;
const POLL_MS = 50;

/** The production build in a process of its own on a free port. */
export type App = {
  /** Origin of the dashboard, `http://127.0.0.1:41234`. */
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
};

/** The demo upstream and the production build in front of it, each a process of its own on a free port. */
export type Servers = {
  demo: { url: string; key: string };
  app: App;
  stop(): Promise<void>;
};

/**
 * Starts both, the dashboard with these variables and modules and an account of so many calls, and waits until it answers.
 * @throws {EnvError} in one line, when there is no build or one of them does not start
 */
export async function startServers(
  variables: Record<string, string> = {},
  { modules = [], calls }: { modules?: readonly string[]; calls?: number } = {},
): Promise<Servers> {
  const demo = await startDemo(ROOT, { calls });
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  try {
    const own = {
      [DEMO_VARIABLE]: '1',
      DATA_DIR: dataDir,
      HAPPYROBOT_API_URL: demo.url,
      HAPPYROBOT_API_KEY: demo.key,
    };
    const app = await startApp({ ...own, ...variables }, modules);
    const stop = async () => {
      demo.stop();
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { demo, app, stop };
  } catch (error) {
    demo.stop();
    throw error;
  }
}

/**
 * Starts the dashboard with these variables and modules, and waits until it answers.
 * @throws {EnvError} in one line, when there is no build or it does not start
 */
export async function startApp(
  variables: Record<string, string>,
  modules: readonly string[] = [],
): Promise<App> {
  if (!existsSync(`${ROOT}.next/BUILD_ID`)) {
    throw new EnvError('There is no build to measure: run `npm run build` first.');
  }
  const port = await freePort();
  const app = spawnApp(port, variables, modules);
  const url = `http://127.0.0.1:${port}`;
  const exit = once(app, 'exit');
  const stop = async () => {
    app.kill();
    await exit;
  };
  try {
    await Promise.race([answering(url), exit.then(refuseStart)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, process: app, stop };
}

function spawnApp(port: number, variables: Record<string, string>, modules: readonly string[]) {
  const tied = `${ROOT}lib/cli/exit-with-parent.mjs`;
  const next = `${ROOT}node_modules/next/dist/bin/next`;
  const imports = [tied, ...modules].flatMap((module) => ['--import', module]);
  const where = ['-p', String(port), '-H', '127.0.0.1'];
  return spawn(process.execPath, [...imports, next, 'start', ...where], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: childVariables({
      NEXT_TELEMETRY_DISABLED: '1',
      SYNC: 'off',
      // One address asks as fast as it can: what is measured is the server, not its limits.
      REQUESTS_PER_MINUTE: '9999999',
      ...variables,
    }),
  });
}

function refuseStart(): never {
  throw new EnvError('The dashboard did not start.');
}

async function answering(url: string): Promise<void> {
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(POLL_MS);
  }
  throw new EnvError('The dashboard was not ready in time.');
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new EnvError('No port is free.');
  return address.port;
}
