import type { IndexMeta } from '@/lib/call/answers/index-responses';
import type { SaidOnCall } from '@/lib/call/answers/responses';
import { asksMeasures } from '@/lib/call/query/asks-measures';
import { extractedFilterKeys, isExtractedName } from '@/lib/call/query/extracted';
import type { CallsQuery } from '@/lib/call/query/filters';
import { saidTerms } from '@/lib/call/query/said';
import { hasTerm } from '@/lib/call/transcript/said-hits';
import { snippetOf } from '@/lib/call/transcript/said-snippet';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { IndexStore } from '@/lib/server/index/store';
import { forEachYielding } from '@/lib/server/yielding-loop';

type Searched = Pick<IndexMeta, 'said' | 'measured' | 'extracted'>;

/** A query, and what else the answer depends on. */
export type AskedOf = CallsQuery & {
  group_by?: string;
  /** The answer is about extracted values. */
  extracted?: boolean;
};

/**
 * How many calls an answer that depends on what was said has searched, and of how many it is known how the conversation
 * went, or what was found out, where it depends on that.
 */
export async function searchedIn(
  query: AskedOf,
  store: Pick<IndexStore, 'transcriptContent' | 'measuredCalls' | 'extractedCalls'>,
  meta: Pick<IndexMeta, 'coverage'> | Promise<Pick<IndexMeta, 'coverage'>>,
): Promise<Searched> {
  const isMeasured = query.measures || asksMeasures(query);
  const isExtracted = asksExtracted(query);
  if (query.said === undefined && !isMeasured && !isExtracted) return {};
  const calls = (await meta).coverage.indexed;
  const searched = query.said === undefined ? null : (await store.transcriptContent()).read;
  return {
    ...(searched !== null && { said: { searched, calls } }),
    ...(isMeasured && { measured: { measured: await store.measuredCalls(), calls } }),
    ...(isExtracted && { extracted: { extracted: await store.extractedCalls(), calls } }),
  };
}

/** Whether extracted values decide which calls match, their order, or their groups. */
export function asksExtracted({ sort_by, group_by, extracted, ...query }: AskedOf): boolean {
  if (extracted) return true;
  const names = [sort_by, group_by].filter((name) => name !== undefined);
  return names.some(isExtractedName) || extractedFilterKeys(query).length > 0;
}

/**
 * Shows what was searched for in what was said on each call, as `mask` leaves it: a word that it hides is not shown, and
 * a call of which nothing is left is left out.
 */
export async function saidOn(
  spoken: ReadonlyMap<string, readonly SpokenTurn[]>,
  said: string,
  mask: (text: string) => string,
): Promise<SaidOnCall[]> {
  const terms = saidTerms(said);
  const isSought = (turn: SpokenTurn) => terms.some((term) => hasTerm([turn], term));
  const shown: SaidOnCall[] = [];
  await forEachYielding(spoken, ([id, turns]) => {
    // To mask takes its time.
    const masked = turns.filter(isSought).map((turn) => ({ ...turn, text: mask(turn.text) }));
    const snippet = snippetOf(masked, terms);
    if (snippet) shown.push({ id, ...snippet });
  });
  return shown;
}
