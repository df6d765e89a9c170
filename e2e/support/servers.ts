import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemoControl, type DemoControl } from '@/lib/demo/control/control';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Must appear nowhere outside of the request to the upstream. */
export const CANARY_KEY = 'canary-key-5f1d0e9a7c3b';

/** Seconds that an upstream operation may take here: a hanging upstream is told of soon. */
const UPSTREAM_TIMEOUT = 4;

/** A dashboard in production mode. */
export type Dashboard = {
  /** `http://127.0.0.1:41234`. */
  url: string;
  /** Everything it has printed so far. */
  logs(): string;
  /** Tells it to end and waits until it has; its exit code. */
  stop(): Promise<number | null>;
  /** Ends it in the middle of what it does (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>;
};

/** A dashboard and the demo upstream behind it, each a process of its own. */
export type Servers = Omit<Dashboard, 'stop' | 'kill'> & {
  stop(): Promise<void>;
  control: DemoControl;
  /** Where the demo upstream is. */
  upstreamUrl: string;
  /** When the data ends: milliseconds since 1970. */
  now: number;
};

type Wanted = {
  sync?: boolean;
  /** Whether what was said is read, too. */
  transcripts?: boolean;
  /** How many calls the demo upstream has; absent: as many as always. */
  calls?: number;
};

/**
 * Starts both and waits until the dashboard answers. With `sync` the index fills itself; without it nobody but the
 * test asks the upstream.
 */
export async function startServers({
  sync = false,
  transcripts = false,
  calls,
}: Wanted = {}): Promise<Servers> {
  const now = Date.now();
  const demo = fork(`${ROOT}lib/demo/main.ts`, {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: variables({
      DEMO_CONTROL: '1',
      DEMO_PORT: '0',
      DEMO_API_KEY: CANARY_KEY,
      DEMO_NOW: new Date(now).toISOString(),
      ...(calls !== undefined && { DEMO_CALLS: String(calls) }),
    }),
  });
  const upstreamUrl = await listening(demo);
  const dashboard = await startDashboard(upstreamUrl, {
    sync,
    ...(transcripts && { env: { SYNC_TRANSCRIPTS: 'on', SYNC_SHARE: '1' } }),
  });
  return {
    ...dashboard,
    control: createDemoControl(upstreamUrl),
    upstreamUrl,
    now,
    stop: async () => void (await Promise.all([dashboard.stop(), ended(demo)])),
  };
}

/**
 * Starts a dashboard that asks this upstream and waits until it answers. Without a `dataDir` it gets one of its own
 * that goes with it.
 */
export async function startDashboard(
  upstreamUrl: string,
  {
    sync = false,
    env = {},
    dataDir: kept,
  }: { sync?: boolean; env?: Record<string, string>; dataDir?: string } = {},
): Promise<Dashboard> {
  const port = await freePort();
  const dataDir = kept ?? temporaryFolder();
  // Only those that search them wait for transcripts; the others count what is asked of the upstream.
  const index = { DATA_DIR: dataDir, SYNC: sync ? 'on' : 'off', SYNC_TRANSCRIPTS: 'off' };
  const app = startApp(port, upstreamUrl, { ...index, ...env });
  const printed: string[] = [];
  for (const stream of [app.stdout, app.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  const url = `http://127.0.0.1:${port}`;
  const logs = () => printed.join('');
  await healthy(url, app, logs);
  const stop = async () => {
    await ended(app);
    if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    return app.exitCode;
  };
  return { url, logs, stop, kill: () => ended(app, 'SIGKILL') };
}

/** A new folder among the temporary ones. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'callscope-e2e-'));
}

function startApp(port: number, upstreamUrl: string, index: Record<string, string>): ChildProcess {
  const tied = `${ROOT}lib/cli/exit-with-parent.mjs`;
  const next = `${ROOT}node_modules/next/dist/bin/next`;
  const where = ['-p', String(port), '-H', '127.0.0.1'];
  return spawn(process.execPath, ['--import', tied, next, 'start', ...where], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: variables({
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      CALLSCOPE_DEMO: '1',
      HAPPYROBOT_API_URL: upstreamUrl,
      HAPPYROBOT_API_KEY: CANARY_KEY,
      HAPPYROBOT_ORGANIZATION_ID: '',
      HAPPYROBOT_TIMEOUT: String(UPSTREAM_TIMEOUT),
      CURRENCY: 'USD',
      LOG_LEVEL: 'debug',
      ...index,
    }),
  });
}

function variables(additions: Record<string, string>): NodeJS.ProcessEnv {
  return Object.assign({}, process.env, additions);
}

async function listening(demo: ChildProcess): Promise<string> {
  const [message] = await once(demo, 'message');
  if (typeof message?.url !== 'string') throw new Error('The demo upstream did not start.');
  return message.url;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function healthy(url: string, app: ChildProcess, printed: () => string): Promise<void> {
  while (app.exitCode === null) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The dashboard did not start; is there a build?\n${printed()}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
