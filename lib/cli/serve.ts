import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';
import { type Env, EnvError, parseEnv, processVariables } from '@/lib/server/boot/env';
import { announce } from './serve/announce';
import { startDemo } from './serve/demo-process';
import { checkCanListen } from './serve/listen';
import { type Command, codeOf, exitOf, startNext } from './serve/next-process';
import { IS_COMPILED } from './serve/program';
import './stop-with-npm.mjs';

/**
 * Starts the dashboard: `serve.ts dev` or `serve.ts start`, and compiled as `serve.mjs start`. Without an API key the
 * demo upstream runs beside it in a process of its own. Ends with Next's exit code and leaves no process behind.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Longer than the server waits for requests in flight. */
const KILL_AFTER_MS = 20_000;

async function serve(command: Command, stops: Stops): Promise<number> {
  const env = readEnv(command);
  for (const warning of env.warnings) process.stderr.write(`${warning}\n`);
  if (command === 'start' && !existsSync(`${ROOT}.next/BUILD_ID`)) {
    throw new EnvError('There is no build to start: run `npm run build` first.');
  }
  await checkCanListen(env.port, env.hostname);

  const demo = env.upstream === undefined ? await startDemo(ROOT) : undefined;
  const next = startNext(ROOT, command, env, demo);
  stops.handOnTo(next);
  demo?.onExit((code) => {
    if (stops.signal.aborted) return;
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

type Stops = {
  /** Aborted as soon as the process was told to end. */
  signal: AbortSignal;
  /** From now on Next is told, and ends first. */
  handOnTo(next: ChildProcess): void;
};

/**
 * Takes the signals that end a process from the first moment on: the first process of a container ignores those that it
 * takes no care of.
 */
function takeSignals(): Stops {
  const stopping = new AbortController();
  let next: ChildProcess | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping.abort();
      if (!next) process.exit(codeOf(signal));
      next.kill(signal);
      setTimeout(() => next?.kill('SIGKILL'), KILL_AFTER_MS).unref();
    });
  }
  return {
    signal: stopping.signal,
    handOnTo: (started) => {
      next = started;
    },
  };
}

const command = process.argv[2];
if (command !== 'start' && (command !== 'dev' || IS_COMPILED)) {
  process.stderr.write('Say what to serve: `serve.ts dev` or `serve.ts start`.\n');
  process.exit(1);
}
try {
  process.exit(await serve(command, takeSignals()));
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
}
