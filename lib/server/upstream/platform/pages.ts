import { CallscopeError } from '@/lib/server/errors';
import { isObject } from '@/lib/server/upstream/transport/body/body';

/** A page of any list of the platform. */
export type Page = {
  records: readonly unknown[];
  /** How many there are, all pages together; undefined where it is not said. */
  total: number | undefined;
  hasNext: boolean;
};

/**
 * Reads a page; what is told of it is spelled in two ways, and where nothing is told a full page may not be the last.
 * @throws {CallscopeError} `upstream_invalid_response` when there is no list in it.
 */
export function readPage(answer: Record<string, unknown>, size: number): Page {
  const { data } = answer;
  if (!Array.isArray(data))
    throw new CallscopeError(
      'upstream_invalid_response',
      'HappyRobot sent an answer without its list.',
    );
  const told = isObject(answer.pagination) ? answer.pagination : {};
  const next = told.hasNextPage ?? told.has_next_page;
  const hasNext = typeof next === 'boolean' ? next : data.length >= size;
  return {
    records: data,
    total: wholeOf(told.totalRecords ?? told.total_records),
    // Who sends nothing has nothing more, whatever is said of it.
    hasNext: hasNext && data.length > 0,
  };
}

/** More pages are not asked for: nobody has so many workflows, sessions of a run or messages of a session. */
const MOST_PAGES = 100;

/** Reads a list to its end; what came twice, because the list moved, is given once. */
export async function readAll(
  size: number,
  ask: (page: number) => Promise<Record<string, unknown>>,
): Promise<Record<string, unknown>[]> {
  const found = new Map<unknown, Record<string, unknown>>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { records, hasNext } = readPage(await ask(page), size);
    const before = found.size;
    for (const record of records.filter(isObject)) found.set(record.id ?? record, record);
    // Who sends nothing new does not page, and would go on like that for ever.
    if (!hasNext || found.size === before) break;
  }
  return [...found.values()];
}

function wholeOf(sent: unknown): number | undefined {
  return typeof sent === 'number' && Number.isSafeInteger(sent) && sent >= 0 ? sent : undefined;
}
