import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { createRandom } from '@/lib/demo/calls/random';

/** What came of the reading: how long each answer took, and how often each thing went wrong. */
export type Reading = { latencies: number[]; errors: Map<string, number> };

type Readers = {
  url: string;
  clients: number;
  /** As `performance.now()` tells it. */
  until: number;
  /** The next thing that somebody reads. */
  path: (random: ReturnType<typeof createRandom>, round: number) => string;
};

/** Milliseconds a person looks at an answer before asking for the next. */
const THINK_MS = [250, 1250] as const;

/** So many people read until the time is over; an error ends nobody. */
export async function readTogether({ url, clients, until, path }: Readers): Promise<Reading> {
  const dispatcher = new Agent({ connections: clients });
  const reading: Reading = { latencies: [], errors: new Map() };
  const failed = (what: string) => reading.errors.set(what, (reading.errors.get(what) ?? 0) + 1);

  async function read(asked: string): Promise<void> {
    const started = performance.now();
    try {
      const { statusCode, body } = await request(url + asked, { dispatcher });
      await body.dump({ limit: Number.POSITIVE_INFINITY });
      reading.latencies.push(performance.now() - started);
      if (statusCode !== 200) failed(`${statusCode} ${patternOf(asked)}`);
    } catch (error) {
      failed(`${error instanceof Error ? error.message : String(error)} ${patternOf(asked)}`);
    }
  }

  async function person(number: number): Promise<void> {
    const random = createRandom(`reader ${number}`);
    // The first wait spreads the readers, who else would all ask at once.
    await wait(random.next() * THINK_MS[1]);
    for (let round = number; performance.now() < until; round += clients) {
      await read(path(random, round));
      await wait(random.int(...THINK_MS));
    }
  }

  await Promise.all(Array.from({ length: clients }, (_, number) => person(number)));
  await dispatcher.destroy();
  return reading;
}

function patternOf(path: string): string {
  return path.replace(/\?.*/, '').replace(/[0-9a-f]{24}/, '{id}');
}
