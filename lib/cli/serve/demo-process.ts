import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { childVariables, EnvError } from '@/lib/server/boot/env';
import { programAt } from './program';

/** A running demo upstream. */
export type Demo = {
  /** Its base URL, such as `http://127.0.0.1:41234/api/v1`. */
  url: string;
  key: string;
  /** Calls back when the process ends, with its exit code or signal. */
  onExit(callback: (code: number | string) => void): void;
  stop(): void;
};

type DemoChoice = {
  quiet?: boolean;
  /** How many calls it has; its own number unless told. */
  calls?: number;
};

/**
 * Starts the demo upstream on a free port of this machine with a key of its own. It ends itself when this
 * process is gone. A quiet one prints nothing but errors.
 * @throws {EnvError} when it ends before it listens
 */
export function startDemo(root: string, { quiet = false, calls }: DemoChoice = {}): Promise<Demo> {
  const key = `demo_${randomBytes(24).toString('hex')}`;
  const { file, execArgv } = programAt('lib/demo/main');
  const child = fork(`${root}${file}`, {
    cwd: root,
    execArgv,
    stdio: ['inherit', quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    env: childVariables({
      DEMO_PORT: '0',
      DEMO_API_KEY: key,
      ...(calls !== undefined && { DEMO_CALLS: String(calls) }),
    }),
  });
  return new Promise((resolve, reject) => {
    const failed = (code: number | string | null) =>
      reject(new EnvError(`The demo upstream did not start (${code}).`));
    child.once('error', (error) => failed(error.message));
    child.once('exit', failed);
    child.on('message', (message) => {
      const url = listeningAt(message);
      if (url === undefined) return;
      child.off('exit', failed);
      resolve({
        url,
        key,
        onExit: (callback) => child.once('exit', (code, signal) => callback(code ?? signal ?? 1)),
        stop: () => child.kill(),
      });
    });
  });
}

function listeningAt(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, url } = message as Record<string, unknown>;
  return type === 'listening' && typeof url === 'string' ? url : undefined;
}
