import { abortError, untilAborted } from './abort';

type Flight<T> = {
  result: Promise<T>;
  controller: AbortController;
  waiters: number;
  landed: boolean;
};

/** Lets callers who ask for the same thing at the same time wait for one and the same request. */
export interface Sharing<T> {
  /**
   * Joins the request under way for `key`, or starts one. A caller whose `signal` aborts leaves at once with an
   * `AbortError`; the request itself is aborted when the last caller has left.
   */
  join(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Aborts every request under way. */
  abortAll(): void;
}

export function createSharing<T>(): Sharing<T> {
  const flights = new Map<string, Flight<T>>();

  function board(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight = { result: start(controller.signal), controller, waiters: 0, landed: false };
    const land = () => {
      flight.landed = true;
    };
    flight.result.then(land, land);
    flights.set(key, flight);
    return flight;
  }

  function leave(key: string, flight: Flight<T>): void {
    flight.waiters -= 1;
    if (flight.waiters > 0) return;
    if (flights.get(key) === flight) flights.delete(key);
    // Nothing hears the abort of what is over, and it costs an exception with its stack.
    if (!flight.landed) flight.controller.abort();
  }

  return {
    async join(key, signal, start) {
      if (signal?.aborted) throw abortError();
      const flight = flights.get(key) ?? board(key, start);
      flight.waiters += 1;
      const own = ownSignal(signal);
      try {
        return await untilAborted(flight.result, own.signal);
      } finally {
        own.dispose();
        leave(key, flight);
      }
    },
    abortAll() {
      for (const flight of flights.values()) flight.controller.abort();
    },
  };
}

/** A signal whose reason is always an `AbortError`, whatever the caller aborts with. */
function ownSignal(signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = () => controller.abort(abortError());
  signal?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    dispose: () => signal?.removeEventListener('abort', stop),
  };
}
