import { isExtractedName } from '@/lib/call/query/extracted';
import type { SortKey } from '@/lib/call/query/filters';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { SORTED_COLUMNS, withSortedValue } from '@/lib/server/index/extraction/sorted';
import type { IndexQuery } from '@/lib/server/index/store';
import { type Codes, keyCodeIn } from './codes';

/** What each order is by. */
const COLUMNS = {
  created: 'created',
  duration: 'duration',
  total_cost: 'total',
  talk_share: 'talk_share',
  silence: 'silence',
  interruptions: 'interruptions',
  response_time: 'response_time',
  tool_errors: 'tool_errors',
} as const satisfies Record<SortKey, string>;

/** The order of a list: of calls with what they are sorted by, which columns that is, and how. */
export type Order = {
  /** Calls to select from, with every column of `by`. */
  source: Sql;
  /** The first decides; after all of them the time and the id do. Calls without any come last in both directions. */
  by: readonly string[];
  isRising: boolean;
};

export function orderIn({ sort = 'desc', sort_by = 'created' }: IndexQuery, codes: Codes): Order {
  const isRising = sort === 'asc';
  if (isExtractedName(sort_by)) {
    const source = withSortedValue(keyCodeIn(codes)(sort_by.slice(2)), isRising);
    return { source, by: SORTED_COLUMNS, isRising };
  }
  const by = sort_by === 'created' ? [] : [COLUMNS[sort_by]];
  return { source: raw('call'), by, isRising };
}

export function orderedBy({ by, isRising }: Order): Sql {
  const direction = isRising ? 'ASC' : 'DESC';
  const columns = by.map((column) => raw(`${column} ${direction} NULLS LAST`));
  return sql`ORDER BY ${join([...columns, raw(`created ${direction}`), raw(`id ${direction}`)], ', ')}`;
}

/** Where a call stands: what it has in each column of the order. */
export type Spot = readonly [column: string, value: string | number | null][];

/** The calls that come before, or after, a spot in an order. */
export function lies(side: 'before' | 'beyond', spot: Spot, isRising: boolean): Sql {
  const comparison = raw(isRising === (side === 'beyond') ? '>' : '<');
  return spot.reduceRight<Sql>((tied, [name, value]) => {
    const column = raw(name);
    if (value === null) {
      const same = sql`(${column} IS NULL AND ${tied})`;
      return side === 'beyond' ? same : sql`(${column} IS NOT NULL OR ${same})`;
    }
    const found = sql`${column} ${comparison} ${value} OR (${column} = ${value} AND ${tied})`;
    return side === 'beyond' ? sql`(${found} OR ${column} IS NULL)` : sql`(${found})`;
  }, raw('false'));
}
