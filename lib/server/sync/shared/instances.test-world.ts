import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SyncStatus } from '@/lib/call/answers/index-responses';
import type { Call } from '@/lib/call/call';

export type InstanceOptions = {
  dataDir: string;
  database: string;
  upstream: string;
  mayLead: boolean;
};
export type InstanceQuestion = { id: number; ask: 'status' | 'all'; call?: Call };
export type InstanceAnswer =
  | { kind: 'started' }
  /** It is about to ask HappyRobot. */
  | { kind: 'asked' }
  | { kind: 'answer'; id: number; told: unknown };

/** What an index answers to all sorts of questions. */
export type Answers = { ids: string[]; indexed: number; rejected: number };

export type Instance = {
  process: ChildProcess;
  status(): Promise<SyncStatus>;
  answers(): Promise<Answers>;
  /** As when a person sees a call on this instance. */
  see(call: Call): Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('instance.test-process.ts', import.meta.url));

/** Starts an instance; `onAsked` is called with each of its questions to HappyRobot. */
export async function startInstance(
  options: InstanceOptions,
  onAsked: () => void,
): Promise<Instance> {
  const child = fork(PROGRAM, [JSON.stringify(options)], { execArgv: ['--import', 'tsx'] });
  const waiting = new Map<number, (told: unknown) => void>();
  let next = 0;
  const started = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The instance ended')));
    child.on('message', (message: InstanceAnswer) => {
      if (message.kind === 'started') resolve();
      else if (message.kind === 'asked') onAsked();
      else waiting.get(message.id)?.(message.told);
    });
  });
  /** Guarantee: the program answers with what the question is about; a failure is text and fits none. */
  const ask = <T>(question: Omit<InstanceQuestion, 'id'>) =>
    new Promise<T>((resolve) => {
      next += 1;
      waiting.set(next, (told) => resolve(told as T));
      child.send({ id: next, ...question });
    });
  await started;
  return {
    process: child,
    status: () => ask<SyncStatus>({ ask: 'status' }),
    answers: () => ask<Answers>({ ask: 'all' }),
    async see(call) {
      await ask({ ask: 'all', call });
    },
  };
}

/** As when the machine loses its power. */
export async function kill({ process: child }: Instance): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
