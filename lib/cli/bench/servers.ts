import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startDemo } from '@/lib/cli/demo-process';
import { ROOT } from '@/lib/cli/steps.mjs';
import { childVariables, DEMO_VARIABLE, EnvError } from '@/lib/server/env';

const START_MS = 60_000;
const POLL_MS = 50;

/** The demo upstream and the production build in front of it, each a process of its own on a free port. */
export type Servers = {
  demo: { url: string; key: string };
  /** Origin of the dashboard, `http://127.0.0.1:41234`. */
  appUrl: string;
  stop(): Promise<void>;
};

/**
 * Starts both and waits until the dashboard answers.
 * @throws {EnvError} in one line, when there is no build or one of them does not start
 */
export async function startServers(): Promise<Servers> {
  if (!existsSync(`${ROOT}.next/BUILD_ID`)) {
    throw new EnvError('There is no build to measure: run `npm run build` first.');
  }
  const demo = await startDemo(ROOT);
  const port = await freePort();
  const app = startApp(port, demo);
  const appUrl = `http://127.0.0.1:${port}`;
  const exit = once(app, 'exit');
  const stop = async () => {
    app.kill();
    demo.stop();
    await exit;
  };
  try {
    await Promise.race([answering(appUrl), exit.then(refuseStart)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { demo, appUrl, stop };
}

function startApp(port: number, demo: { url: string; key: string }) {
  const tied = `${ROOT}lib/cli/exit-with-parent.mjs`;
  const next = `${ROOT}node_modules/next/dist/bin/next`;
  const where = ['-p', String(port), '-H', '127.0.0.1'];
  return spawn(process.execPath, ['--import', tied, next, 'start', ...where], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: childVariables({
      NEXT_TELEMETRY_DISABLED: '1',
      [DEMO_VARIABLE]: '1',
      HAPPYROBOT_API_URL: demo.url,
      HAPPYROBOT_API_KEY: demo.key,
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
