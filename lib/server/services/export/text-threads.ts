import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PackedCalls } from '@/lib/server/index/documents/packed-calls';
import type { TextMaker, TextOptions } from './text';

const MOST_THREADS = 2;
/** Megabytes: a piece and its text, and little that is left over from those before. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

type Waiting = { resolve: (text: Uint8Array) => void; reject: (reason: unknown) => void };

/** Makes text in threads of its own, so that an export of a million calls keeps nobody waiting. */
export function textThreads(options: TextOptions): TextMaker {
  const count = Math.min(MOST_THREADS, availableParallelism());
  const threads = Array.from({ length: count }, () => startThread(options));
  let turn = 0;
  return {
    // Each has its next piece at hand when it is done with one.
    atOnce: count * 2,
    textOf: async (piece) => {
      turn = (turn + 1) % count;
      const thread = threads[turn];
      if (!thread) throw new Error('There is no thread.');
      return thread.textOf(piece);
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function startThread(options: TextOptions) {
  const worker = new Worker(new URL('./text-thread.ts', import.meta.url), {
    workerData: options,
    resourceLimits: LIMITS,
  });
  const waiting: Waiting[] = [];
  let failure: unknown;
  const fail = (reason: unknown) => {
    failure ??= reason;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (text: Uint8Array) => waiting.shift()?.resolve(text));
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that writes the export has ended.')));
  return {
    textOf: (piece: PackedCalls) =>
      new Promise<Uint8Array>((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        worker.postMessage(piece, [piece.bytes.buffer]);
        waiting.push({ resolve, reject });
      }),
    close: () => worker.terminate(),
  };
}
