/** How the pages of an endpoint are asked for and told. */
export type PageRules = {
  usual: number;
  most: number;
  /** The contract spells what it tells of a page in two ways. */
  spelling: 'camel' | 'snake';
};

type Page = { data: readonly unknown[]; pagination: object };

/** A page of a list, or what is wrong with the question. */
export function pageOf<T>(
  list: readonly T[],
  parameters: URLSearchParams,
  { usual, most, spelling }: PageRules,
  write: (item: T) => unknown,
): Page | { message: string } {
  const page = wholeIn(parameters, 'page', 1);
  const size = wholeIn(parameters, 'page_size', usual);
  if (page === undefined) return { message: 'querystring/page must be >= 1' };
  if (size === undefined || size > most)
    return { message: `querystring/page_size must be <= ${most}` };
  const pages = Math.ceil(list.length / size);
  const [next, previous] = [page < pages, page > 1];
  const data = list.slice((page - 1) * size, page * size).map(write);
  const pagination =
    spelling === 'camel'
      ? {
          page,
          pageSize: size,
          totalPages: pages,
          totalRecords: list.length,
          hasNextPage: next,
          hasPreviousPage: previous,
        }
      : {
          page,
          page_size: size,
          total_pages: pages,
          total_records: list.length,
          has_next_page: next,
          has_previous_page: previous,
        };
  return { data, pagination };
}

/** A whole number from 1 on; undefined where something else was sent. */
export function wholeIn(
  parameters: URLSearchParams,
  name: string,
  otherwise: number,
): number | undefined {
  const sent = parameters.get(name);
  if (sent === null) return otherwise;
  return /^[1-9]\d{0,8}$/.test(sent) ? Number(sent) : undefined;
}

/** Whether a list is asked for with the oldest first; undefined where it is asked for neither way. */
export function isAscending(
  parameters: URLSearchParams,
  otherwise: 'asc' | 'desc',
): boolean | undefined {
  const sort = parameters.get('sort') ?? otherwise;
  return sort === 'asc' || sort === 'desc' ? sort === 'asc' : undefined;
}
