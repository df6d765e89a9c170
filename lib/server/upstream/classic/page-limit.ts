import { isRejected } from '@/lib/server/errors';
import type { Ways } from '@/lib/server/upstream/transport/options';

/** What is asked for instead of a page that is refused, the largest first. */
const SIZES = [1_000, 500, 250, 200, 100, 50, 25, 10] as const;
const SMALLEST = 10;

/** Knows how many calls HappyRobot gives at once. */
export interface PageLimit {
  /** The largest page that is worth asking for. */
  largest(): number;
  /** Asks for a page; for a smaller one, when it is refused because of its size. */
  read<T>(limit: number, ask: (limit: number) => Promise<T>): Promise<T>;
}

export function createPageLimit(ways: Ways): PageLimit {
  let found: number | undefined;
  const largest = () => found ?? ways.known().max_limit ?? Number.POSITIVE_INFINITY;

  async function smaller<T>(
    limit: number,
    refusal: unknown,
    ask: (limit: number) => Promise<T>,
  ): Promise<T> {
    // Whatever else is wrong with the question is so for a small page too.
    if ((await unlessRefused(ask(SMALLEST))) === undefined) throw refusal;
    for (const size of SIZES.filter((each) => each < limit)) {
      const page = await unlessRefused(ask(size));
      if (page === undefined) continue;
      found = size;
      ways.learned({ max_limit: size });
      return page.answer;
    }
    throw refusal;
  }

  return {
    largest,
    async read(limit, ask) {
      const asked = Math.min(limit, largest());
      try {
        return await ask(asked);
      } catch (error) {
        if (!isRejected(error) || asked <= SMALLEST) throw error;
        return smaller(asked, error, ask);
      }
    },
  };
}

async function unlessRefused<T>(answer: Promise<T>): Promise<{ answer: T } | undefined> {
  try {
    return { answer: await answer };
  } catch (error) {
    if (isRejected(error)) return undefined;
    throw error;
  }
}
