import { isOutOfMemory } from './error-messages';
import { overloaded, whileWaiting } from './patience';

/** Lets work of the engine run side by side, or alone where its memory did not suffice for more. */
export type MemoryTurns = {
  /**
   * Runs beside others; when memory runs out, once more without them, as `again` says.
   * @throws {CallscopeError} `index_overloaded` when it runs out even then
   */
  run<T>(work: () => Promise<T>, again?: () => Promise<T>, signal?: AbortSignal): Promise<T>;
};

export function createMemoryTurns(): MemoryTurns {
  const under = new Set<Promise<unknown>>();
  /** Settled when what runs alone has ended; undefined while nothing does. */
  let alone: Promise<void> | undefined;

  async function beside<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    while (alone) await whileWaiting(signal, alone);
    const run = work();
    under.add(run);
    try {
      return await run;
    } finally {
      under.delete(run);
    }
  }

  async function byItself<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    while (alone) await whileWaiting(signal, alone);
    let done: () => void = () => undefined;
    alone = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await whileWaiting(signal, Promise.allSettled(under));
      return await work();
    } finally {
      alone = undefined;
      done();
    }
  }

  return {
    async run(work, again = work, signal) {
      try {
        return await beside(work, signal);
      } catch (error) {
        if (!isOutOfMemory(error)) throw error;
      }
      try {
        return await byItself(again, signal);
      } catch (error) {
        throw isOutOfMemory(error) ? overloaded(error) : error;
      }
    },
  };
}
