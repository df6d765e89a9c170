import { abortError } from '@/lib/server/abort';
import type { Sharing } from '@/lib/server/sharing';
import { Failure } from '@/lib/server/upstream/port/failures';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { type Operation, withDeadline } from './abort';
import { createHttp } from './http';
import { resolveOptions, type UpstreamOptions } from './options';
import { createResilience } from './resilience';
import type { UpstreamRequest } from './upstream-request';

/** What is asked, and by whom: nobody waits for what is asked in the background. */
type Asked = { key: string; signal?: AbortSignal | undefined; background?: boolean };

export type Client = ReturnType<typeof createClient>;

/** What every adapter asks through: one set of connections, in time, with retries, and until it is closed. */
export function createClient(options: UpstreamOptions) {
  const settings = resolveOptions(options);
  const http = createHttp(settings);
  const resilience = createResilience(settings);
  let closed = false;
  let pending = 0;

  const inTime =
    <T>(run: (operation: Operation) => Promise<T>) =>
    (signal: AbortSignal) =>
      withDeadline(settings.timeouts.totalMs, signal, run);

  async function awaited<T>(answer: Promise<T>): Promise<T> {
    pending += 1;
    try {
      return await answer;
    } finally {
      pending -= 1;
    }
  }

  function refuseClosed(): void {
    if (closed) throw abortError();
  }

  const probe: Upstream['probe'] = async (path, parameters, { signal }) => {
    refuseClosed();
    const asked = { subject: 'probe', path, parameters: new URLSearchParams(parameters) } as const;
    const answer = await inTime((operation) => http.probe(asked, operation))(signal);
    if (answer instanceof Failure) throw answer.error;
    return answer;
  };

  return {
    settings,
    http,
    refuseClosed,
    /** One request, tried again where that may help. */
    get: (asked: UpstreamRequest, operation: Operation, background = false) =>
      resilience.run(() => http.send(asked, operation), operation, background),
    /** Reads in time what whoever asks the same at the same time shares. */
    async shared<T>(
      sharing: Sharing<T>,
      { key, signal, background = false }: Asked,
      run: (operation: Operation) => Promise<T>,
    ): Promise<T> {
      refuseClosed();
      const answer = sharing.join(`${background ? 'background' : ''} ${key}`, signal, inTime(run));
      return background ? answer : awaited(answer);
    },
    /** The same for one alone. */
    async alone<T>(
      signal: AbortSignal | undefined,
      run: (operation: Operation) => Promise<T>,
    ): Promise<T> {
      refuseClosed();
      return awaited(inTime(run)(signal ?? new AbortController().signal));
    },
    /** Sends once. Nobody can call a write back: whoever leaves, it goes on to its end. */
    async attempt<T>(run: (operation: Operation) => Promise<T | Failure>): Promise<T | Failure> {
      refuseClosed();
      const unstoppable = new AbortController().signal;
      return awaited(inTime((operation) => resilience.once(() => run(operation)))(unstoppable));
    },
    probe,
    pending: () => pending,
    async close(...shared: Pick<Sharing<unknown>, 'abortAll'>[]) {
      closed = true;
      for (const sharing of shared) sharing.abortAll();
      await http.close();
    },
  };
}
