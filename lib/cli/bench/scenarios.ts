import { createRandom } from '@/lib/demo/calls/random';
import { type Comparison, compare } from './figures';
import { type Round, runRound, type Shape, type Target } from './load';

/** One question, asked of the demo upstream and of Callscope. */
export type Question = { direct: string; through: string };

export type Scenario = {
  name: string;
  shape: Shape;
  rounds: number;
  /** One for each request of a round. */
  questions: readonly Question[];
};

export type Sides = { direct: Target; through: Target };

const CLIENTS = 16;
/** People who page look at a page before they ask for the next one. */
const THINK_MS = [250, 500] as const;

/** `ids` are all the calls there are. Within a round no two requests are the same: shared answers would flatter. */
export function scenarios(ids: readonly string[]) {
  const count = ids.length;
  return {
    paging: {
      name: `50 calls, ${CLIENTS} clients, each every ${THINK_MS.join(' to ')} ms`,
      shape: { clients: CLIENTS, think: THINK_MS },
      rounds: 6,
      questions: lists(50, 12 * CLIENTS, count),
    },
    flatOut: {
      name: `50 calls, ${CLIENTS} clients without a pause`,
      shape: { clients: CLIENTS },
      rounds: 4,
      questions: lists(50, 20 * CLIENTS, count),
    },
    largePage: {
      name: '2,000 calls, one client',
      shape: { clients: 1 },
      rounds: 5,
      questions: lists(2000, 5, count),
    },
    detail: {
      name: 'one call, one client',
      shape: { clients: 1 },
      rounds: 5,
      questions: details(ids, 60),
    },
  } satisfies Record<string, Scenario>;
}

/** Both sides answer the same requests in turns, so that a busy moment of the machine strikes both. */
export async function measure(sides: Sides, scenario: Scenario): Promise<Comparison> {
  const rounds: Record<keyof Sides, Round[]> = { direct: [], through: [] };
  for (let round = 0; round < scenario.rounds; round += 1) {
    const order =
      round % 2 === 0 ? (['direct', 'through'] as const) : (['through', 'direct'] as const);
    for (const side of order) {
      const paths = scenario.questions.map((question) => question[side]);
      rounds[side].push(await runRound(sides[side], paths, scenario.shape, `round ${round}`));
    }
  }
  return compare(rounds);
}

/** So many different pages of the list, in an order without a pattern. */
function lists(limit: number, requests: number, count: number): Question[] {
  const last = Math.max(0, count - limit);
  return drawn(last + 1, requests).map((offset) => ({
    direct: `/calls?limit=${limit}&skip=${offset}`,
    through: `/api/calls?limit=${limit}&offset=${offset}`,
  }));
}

function details(ids: readonly string[], requests: number): Question[] {
  return drawn(ids.length, requests).map((at) => ({
    direct: `/calls/${ids[at]}`,
    through: `/api/calls/${ids[at]}`,
  }));
}

/** Different whole numbers below `below`, the same in every run; all of them when there are not enough. */
function drawn(below: number, wanted: number): number[] {
  const random = createRandom('bench');
  const numbers = new Set<number>();
  while (numbers.size < Math.min(wanted, below)) numbers.add(random.int(0, below - 1));
  return [...numbers];
}
