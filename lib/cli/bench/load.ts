import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { createRandom } from '@/lib/demo/calls/random';

/** Someone to ask: connections that stay open, and what each request carries. */
export type Target = {
  /** The whole of an answer as text; for comparing answers, not for measuring. */
  read(path: string): Promise<unknown>;
  /** Milliseconds from asking to the last byte of a 200; anything else is an error. Packed unless told otherwise. */
  time(path: string, coding?: string): Promise<number>;
  close(): Promise<void>;
};

export type Shape = {
  clients: number;
  /** Milliseconds a client waits before it asks again, drawn evenly between both. */
  think?: readonly [least: number, most: number];
};

export type Round = { latencies: number[]; seconds: number };

/** `base` is what paths are put behind; answers come packed, as browsers ask for them. */
export function createTarget(base: string, headers: Record<string, string> = {}): Target {
  // An export that waits for its turn answers late.
  const dispatcher = new Agent({ headersTimeout: 0 });
  const ask = async (path: string, coding: string) => {
    const answer = await request(base + path, {
      dispatcher,
      headers: { ...headers, 'accept-encoding': coding },
    });
    if (answer.statusCode === 200) return answer.body;
    await answer.body.dump();
    throw new Error(`${base}${path} answers ${answer.statusCode}.`);
  };
  return {
    read: async (path) => (await ask(path, 'identity')).json(),
    async time(path, coding = 'gzip') {
      const started = performance.now();
      const body = await ask(path, coding);
      for await (const _ of body);
      return performance.now() - started;
    },
    close: () => dispatcher.destroy(),
  };
}

/** Asks for every path once, the clients taking turns; each client has one request under way at most. */
export async function runRound(
  target: Target,
  paths: readonly string[],
  shape: Shape,
  seed: string,
): Promise<Round> {
  const latencies: number[] = [];
  const started = performance.now();
  const client = async (number: number) => {
    const random = createRandom(`${seed} ${number}`);
    const [least, most] = shape.think ?? [0, 0];
    // The first wait spreads the clients, who else would all ask at once.
    if (most > 0) await wait(random.next() * most);
    for (let at = number; at < paths.length; at += shape.clients) {
      latencies.push(await target.time(paths[at] ?? ''));
      if (most > 0) await wait(least + random.next() * (most - least));
    }
  };
  await Promise.all(Array.from({ length: shape.clients }, (_, number) => client(number)));
  return { latencies, seconds: (performance.now() - started) / 1000 };
}
