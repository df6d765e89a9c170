import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';
import {
  childVariables,
  DEMO_VARIABLE,
  type Env,
  EnvError,
  parseEnv,
  processVariables,
} from '@/lib/server/boot/env';
import { type Demo, startDemo } from './demo-process';
import { checkCanListen } from './listen';
import './stop-with-npm.mjs';

/**
 * Starts the dashboard: `serve.ts dev` or `serve.ts start`. Without an API key the demo upstream runs beside it
 * in a process of its own. Ends with Next's exit code and leaves no process behind.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NEXT = 'node_modules/next/dist/bin/next';
/** Longer than the server waits for requests in flight. */
const KILL_AFTER_MS = 20_000;
const POLL_MS = 100;

type Command = 'dev' | 'start';

async function serve(command: Command): Promise<number> {
  const env = readEnv(command);
  for (const warning of env.warnings) process.stderr.write(`${warning}\n`);
  if (command === 'start' && !existsSync(`${ROOT}.next/BUILD_ID`)) {
    throw new EnvError('There is no build to start: run `npm run build` first.');
  }
  await checkCanListen(env.port, env.hostname);

  const demo = env.upstream === undefined ? await startDemo(ROOT) : undefined;
  const next = startNext(command, env, demo);
  const stopping = forwardSignals(next);
  demo?.onExit((code) => {
    if (stopping.aborted) return;
    process.stderr.write(
      `The demo upstream stopped unexpectedly (${code}): no calls can be read until the next start.\n`,
    );
  });
  const exit = exitOf(next);
  announce(env, exit).catch(() => undefined);
  const code = await exit;
  demo?.stop();
  return code;
}

function readEnv(command: Command): Env {
  const quiet = {
    info: () => undefined,
    error: (...told: unknown[]) => process.stderr.write(`${told.join(' ')}\n`),
  };
  nextEnv.loadEnvConfig(ROOT, command === 'dev', quiet);
  return parseEnv(processVariables());
}

function startNext(command: Command, env: Env, demo: Demo | undefined): ChildProcess {
  const tied = fileURLToPath(new URL('exit-with-parent.mjs', import.meta.url));
  const where = ['-p', String(env.port), '-H', env.hostname];
  return spawn(process.execPath, ['--import', tied, NEXT, command, ...where], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: childVariables({
      NEXT_TELEMETRY_DISABLED: '1',
      ...(demo && {
        [DEMO_VARIABLE]: '1',
        HAPPYROBOT_API_URL: demo.url,
        HAPPYROBOT_API_KEY: demo.key,
      }),
    }),
  });
}

/** Hands the signals that end a process on to Next; aborted as soon as there was one. */
function forwardSignals(next: ChildProcess): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping.abort();
      next.kill(signal);
      setTimeout(() => next.kill('SIGKILL'), KILL_AFTER_MS).unref();
    });
  }
  return stopping.signal;
}

const SIGNAL_CODES: Partial<Record<NodeJS.Signals, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGKILL: 137,
  SIGTERM: 143,
};

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? (signal && SIGNAL_CODES[signal]) ?? 1));
  });
}

/** Says that the dashboard is ready once it answers; says nothing when Next ends before. */
async function announce(env: Env, exit: Promise<number>): Promise<void> {
  const ended = new AbortController();
  exit.then(() => ended.abort());
  const anywhere = ['0.0.0.0', '::'].includes(env.hostname);
  const host = anywhere ? '127.0.0.1' : env.hostname;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${env.port}`;
  while (!(await answers(`${address}/api/health`, ended.signal))) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    ended.signal.throwIfAborted();
  }
  const shown = anywhere || host === '127.0.0.1' ? `http://localhost:${env.port}` : address;
  const source = env.upstream
    ? `calls from ${new URL(env.upstream.url).host}`
    : 'demo data: set HAPPYROBOT_API_KEY to see your own calls';
  process.stdout.write(`Callscope is ready on ${shown} (${source})\n`);
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(url, { signal })).ok;
  } catch {
    return false;
  }
}

const command = process.argv[2];
if (command !== 'dev' && command !== 'start') {
  process.stderr.write('Say what to serve: `serve.ts dev` or `serve.ts start`.\n');
  process.exit(1);
}
try {
  process.exit(await serve(command));
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
}
