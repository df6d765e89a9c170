import { type Manners, observe } from './manners';
import { type Ask, EVERYTHING, type ReadPage, sizeOf } from './reading';

/** Of so few calls, a page of one cannot show whether the count was sent. */
const FEW = 2;
/** The fewest calls to ask for that tell how many there are in all. */
export const SMALLEST_LOOK = FEW + 1;

/**
 * How many calls HappyRobot says there are, by its first page of everything; null where its count is missing or wrong.
 * Where the page does not show which it is, a smaller one is asked for, once: a count stays the same then.
 */
export async function totalOf(ask: Ask, manners: Manners, page: ReadPage): Promise<number | null> {
  observe(manners, page, EVERYTHING, 0);
  if (manners.told === null && sizeOf(page) > FEW) {
    observe(manners, await ask(EVERYTHING, 0, 1), EVERYTHING, 0);
    manners.told ??= false;
  }
  return isSeen(manners, page) ? page.count : toldTotal(manners, page);
}

/** The count of a page of everything; null where no page has shown yet that it is one. */
export function toldTotal(manners: Manners, { count }: Pick<ReadPage, 'count'>): number | null {
  return manners.told && manners.counts !== false ? count : null;
}

/** Whether a page holds all of the few calls that it counts. */
function isSeen({ told, counts }: Manners, page: ReadPage): boolean {
  const size = sizeOf(page);
  return told === null && counts !== false && size === page.count && size < page.limit;
}
