import { type ChildProcess, spawn } from 'node:child_process';
import { childVariables, DEMO_VARIABLE, type Env } from '@/lib/server/boot/env';
import type { Demo } from './demo-process';
import { IS_COMPILED } from './program';

export type Command = 'dev' | 'start';

/** The parts of Next that are there: all of it beside the sources, its server alone where they were compiled. */
const NEXT = 'node_modules/next/dist/bin/next';
const SERVER = 'server.js';

/** Starts Next in a process that ends with this one. Without a demo the variables say where calls come from. */
export function startNext(
  root: string,
  command: Command,
  { port, hostname }: Pick<Env, 'port' | 'hostname'>,
  demo: Demo | undefined,
): ChildProcess {
  const where = ['-p', String(port), '-H', hostname];
  const program = IS_COMPILED ? [SERVER] : [NEXT, command, ...where];
  return spawn(process.execPath, ['--import', './lib/cli/exit-with-parent.mjs', ...program], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: childVariables({
      NEXT_TELEMETRY_DISABLED: '1',
      // What the server without a command line goes by.
      PORT: String(port),
      HOSTNAME: hostname,
      ...(demo && {
        [DEMO_VARIABLE]: '1',
        HAPPYROBOT_API_URL: demo.url,
        HAPPYROBOT_API_KEY: demo.key,
      }),
    }),
  });
}

const SIGNAL_CODES: Partial<Record<NodeJS.Signals, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGKILL: 137,
  SIGTERM: 143,
};

/** The exit code of a process, as a shell would tell it. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? codeOf(signal) : 1)));
  });
}

export function codeOf(signal: NodeJS.Signals): number {
  return SIGNAL_CODES[signal] ?? 1;
}
