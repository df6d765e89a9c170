import { CallscopeError, isRejected } from '@/lib/server/errors';
import type { Logger, Ways } from '@/lib/server/upstream/transport/options';

/** Copies of HappyRobot's reference disagree on the name; its answers echo the effective value as `offset`. */
const SKIP_PARAMETERS = ['skip', 'offset'] as const;
export type SkipParameter = (typeof SKIP_PARAMETERS)[number];

/** How long a name is trusted that was seen to work without being echoed. */
const TRUST_MS = 10 * 60_000;
/** A call that arrives between two questions makes a name look as if it did not work; rarely twice. */
const TRIALS = 2;

/** A part of a list: so many calls from a place on. */
type Part = { offset: number; limit: number };
type Page = { calls: readonly { id: string }[]; count: number; offset?: number };
type Ask<T> = (part: Part & { skip: SkipParameter }) => Promise<T>;

/** Holds the upstream to what it was asked, so that nobody ever walks over the same first page again and again. */
export interface Paging {
  /**
   * Reads a part of a list, first under the name that worked last, then once under the other. A name works when the
   * answer echoes the offset or, where there is no echo or a wrong one, when the calls themselves show it.
   * @throws {CallscopeError} `upstream_ignores_paging` when the upstream honours neither name; the first refusal when
   * it refuses both.
   */
  read<T extends Page>(part: Part, ask: Ask<T>): Promise<T>;
}

export function createPaging(log: Logger, ways: Ways): Paging {
  let found: SkipParameter | undefined;
  const trusted = new Map<SkipParameter, number>();

  const working = () => found ?? ways.known().paging ?? 'skip';
  const isTrusted = (skip: SkipParameter) => performance.now() < (trusted.get(skip) ?? 0);

  async function honours<T extends Page>(skip: SkipParameter, ask: Ask<T>): Promise<boolean> {
    if (isTrusted(skip)) return true;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      if (await movesByOne(skip, ask)) {
        trusted.set(skip, performance.now() + TRUST_MS);
        return true;
      }
    }
    return false;
  }

  /** The answer under the name that works although its echo does not say so. */
  async function proven<T extends Page>(
    part: Part,
    answers: ReadonlyMap<SkipParameter, T>,
    ask: Ask<T>,
  ): Promise<{ skip: SkipParameter; page: T } | undefined> {
    const first = await ask({ ...part, offset: 0, skip: working() });
    for (const [skip, page] of answers) {
      // Of nothing, every part is empty.
      if (first.calls.length === 0 && page.calls.length === 0) return { skip, page };
      if (!isSame(page, first) && (await honours(skip, ask))) return { skip, page };
    }
    return undefined;
  }

  function works<T extends Page>(skip: SkipParameter, page: T): T {
    found = skip;
    ways.learned({ paging: skip });
    return page;
  }

  return {
    async read<T extends Page>(part: Part, ask: Ask<T>) {
      const { offset } = part;
      const first = working();
      const others = SKIP_PARAMETERS.filter((name) => name !== first);
      const answers = new Map<SkipParameter, T>();
      const refusals: unknown[] = [];
      // The first page is asked for without either name, so that there is nothing else to try.
      for (const skip of offset === 0 ? [first] : [first, ...others]) {
        const page = await ask({ ...part, skip }).catch((error: unknown) => {
          if (offset === 0 || !isRejected(error)) throw error;
          refusals.push(error);
        });
        if (!page) continue;
        if (offset === 0 && (page.offset ?? 0) === 0) return page;
        if (page.offset === offset || isTrusted(skip)) return works(skip, page);
        answers.set(skip, page);
        log.warn({ skip, asked: offset, echoed: page.offset }, 'upstream did not echo the offset');
      }
      if (answers.size === 0) throw refusals[0];
      const shown = offset === 0 ? undefined : await proven(part, answers, ask);
      if (shown) return works(shown.skip, shown.page);
      throw new CallscopeError(
        'upstream_ignores_paging',
        `HappyRobot was asked for the calls from number ${offset + 1} on and sent others instead.`,
      );
    },
  };
}

function isSame(page: Page, other: Page): boolean {
  return (
    page.calls.length > 0 &&
    page.calls.length === other.calls.length &&
    page.calls.every(({ id }, index) => id === other.calls[index]?.id)
  );
}

/** Whether the list begins with its second call when one is to be skipped. */
async function movesByOne<T extends Page>(skip: SkipParameter, ask: Ask<T>): Promise<boolean> {
  const [first, second] = (await ask({ offset: 0, limit: 3, skip })).calls;
  const [moved] = (await ask({ offset: 1, limit: 2, skip })).calls;
  return first !== undefined && moved?.id === second?.id && moved?.id !== first.id;
}
