import type { IndexMeta, Searched } from '@/lib/call/answers/index-responses';
import type { SaidOnCall } from '@/lib/call/answers/responses';
import type { CallsQuery } from '@/lib/call/query/filters';
import { saidTerms } from '@/lib/call/query/said';
import { snippetOf } from '@/lib/call/transcript/said-snippet';
import type { Side } from '@/lib/call/transcript/sides';
import { type SpokenTurn, spokenTurnsOf } from '@/lib/call/transcript/spoken-turns';
import type { Transcript } from '@/lib/call/transcript/transcript';
import type { IndexStore } from '@/lib/server/index/store';

/** How many calls an answer that depends on what was said has searched; nothing where it does not depend on it. */
export async function searchedIn(
  { said }: Pick<CallsQuery, 'said'>,
  store: Pick<IndexStore, 'transcriptContent'>,
  meta: Pick<IndexMeta, 'coverage'> | Promise<Pick<IndexMeta, 'coverage'>>,
): Promise<{ said?: Searched }> {
  if (said === undefined) return {};
  const [{ read: searched }, { coverage }] = await Promise.all([store.transcriptContent(), meta]);
  return { said: { searched, calls: coverage.indexed } };
}

const ROLES = { agent: 'assistant', caller: 'user', other: 'other' } as const satisfies Record<
  Side,
  string
>;

/**
 * Shows what was searched for in what was said on each call, as `mask` leaves it: a word that it hides is not shown, and
 * a call of which nothing is left is left out.
 */
export function saidOn(
  spoken: ReadonlyMap<string, readonly SpokenTurn[]>,
  said: string,
  mask: (transcript: Transcript) => Transcript,
): SaidOnCall[] {
  const terms = saidTerms(said);
  return [...spoken].flatMap(([id, turns]) => {
    const messages = turns.map(({ side, start, end, text }) => {
      return { role: ROLES[side], content: text, start, end };
    });
    const snippet = snippetOf(spokenTurnsOf(mask({ messages, odd: [] })), terms);
    return snippet ? [{ id, ...snippet }] : [];
  });
}
