import { CallscopeError } from '@/lib/server/errors';
import type { Logger } from './options';

/** Copies of HappyRobot's reference disagree on the name; its answers echo the effective value as `offset`. */
const SKIP_PARAMETERS = ['skip', 'offset'] as const;
export type SkipParameter = (typeof SKIP_PARAMETERS)[number];

/** Holds the upstream to its echo, so that nobody ever walks over the same first page again and again. */
export interface Paging {
  /**
   * Reads the page that starts at `offset`, first under the name that worked last, then once under the other.
   * @throws {CallscopeError} `upstream_ignores_paging` when the upstream honours neither name.
   */
  read<T extends { offset?: number }>(
    offset: number,
    ask: (skip: SkipParameter) => Promise<T>,
  ): Promise<T>;
}

export function createPaging(log: Logger): Paging {
  let working: SkipParameter = 'skip';
  return {
    async read(offset, ask) {
      const others = SKIP_PARAMETERS.filter((name) => name !== working);
      // The first page is asked for without either name, so that there is nothing else to try.
      for (const skip of offset === 0 ? [working] : [working, ...others]) {
        const page = await ask(skip);
        if (page.offset === offset || (offset === 0 && page.offset === undefined)) {
          working = skip;
          return page;
        }
        log.warn({ skip, asked: offset, echoed: page.offset }, 'upstream ignored the offset');
      }
      throw new CallscopeError(
        'upstream_ignores_paging',
        `HappyRobot was asked for the calls from number ${offset + 1} on and sent others instead.`,
      );
    },
  };
}
