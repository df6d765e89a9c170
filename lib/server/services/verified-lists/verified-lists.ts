import { ignoredSentence } from '@/lib/call/answers/ignored-filters';
import { HELD_KEYS } from '@/lib/call/answers/upstream-check';
import { plural } from '@/lib/format/number';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import type { CapabilitiesService, HeldKind } from '@/lib/server/services/connection/capabilities';
import type { Upstream, UpstreamPage, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import type { Counts } from './counts';
import { judge, kindsOf } from './judge';

/** Lists of HappyRobot that are what was asked for, and nothing else. */
export type VerifiedLists = {
  /**
   * `isLoose`: some calls are out of their place, in a list that is otherwise right.
   * @throws {CallscopeError} what the upstream throws, and `upstream_ignores_filter` for a list that is not what was
   * asked for, without asking where that is known already.
   */
  page(
    query: UpstreamQuery,
    signal?: AbortSignal,
  ): Promise<{ page: UpstreamPage; isLoose: boolean }>;
};

type Parts = {
  upstream: Pick<Upstream, 'listCalls'>;
  capabilities: Pick<CapabilitiesService, 'note' | 'ignores'>;
  counts: Counts;
  /** Milliseconds of a clock that only runs forward. */
  clock: () => number;
  /** Told what HappyRobot was found to ignore. */
  onFound: (kinds: readonly HeldKind[]) => void;
};

/** What was ignored is asked again this often, while people ask for it: it may be honoured by now. */
const AGAIN_MS = 60_000;
/** So many calls show whether it is. */
const LOOKED_AT = 50;

export function createVerifiedLists(parts: Parts): VerifiedLists {
  const { upstream, capabilities, counts, clock, onFound } = parts;
  const asked = new Map<HeldKind, number>();

  function found(kinds: readonly HeldKind[]): CallscopeError {
    for (const kind of kinds) asked.set(kind, clock());
    capabilities.note(kinds, false);
    onFound(kinds);
    return ignoring(kinds);
  }

  /** Nobody waits for the answer, and a failure leaves it as it is. */
  function askAgain(kinds: readonly HeldKind[], query: UpstreamQuery): void {
    for (const kind of kinds) {
      if (clock() - (asked.get(kind) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) continue;
      asked.set(kind, clock());
      isHonoured(kind, query).then(
        (honoured) => honoured && capabilities.note([kind], true),
        () => undefined,
      );
    }
  }

  /** Asks for nothing but this, so that nothing else can explain what comes. */
  async function isHonoured(kind: HeldKind, query: UpstreamQuery): Promise<boolean> {
    const alone: UpstreamQuery =
      kind === 'sort_asc' || kind === 'sort_desc'
        ? { sort: query.sort, limit: LOOKED_AT }
        : { [kind]: query[kind], limit: LOOKED_AT };
    const page = await upstream.listCalls(alone, { background: true });
    if (!judge(alone, page).passed.includes(kind)) return false;
    if (kind === 'sort_asc' || kind === 'sort_desc') return true;
    return (await counts.effect(kind, alone, page.count)) === 'honoured';
  }

  return {
    async page(query, signal) {
      const known = kindsOf(query).filter(capabilities.ignores);
      if (known.length > 0) {
        askAgain(known, query);
        throw ignoring(known);
      }
      const page = await upstream.listCalls(query, { signal });
      const { broken, passed, isLoose } = judge(query, page);
      if (broken.length > 0) throw found(broken);
      capabilities.note(
        passed.filter((kind) => kind.startsWith('sort_')),
        true,
      );
      if (isWithheld(page)) throw miscounted(page.count, 'and sent none of those asked for');
      const uncounted = await counts.ignoredIn(query, page).catch(nothingTold);
      if (uncounted.length > 0) throw found(uncounted);
      // An index that cannot be asked has said nothing against the page either.
      if (await counts.isImplausible(query, page).catch(() => false))
        throw miscounted(page.count, 'which is far from those that the index has read');
      return { page, isLoose };
    },
  };
}

/** Whether it says that there are calls at this place and sends none of them. */
function isWithheld({ calls, invalid, count, offset }: UpstreamPage): boolean {
  return calls.length + invalid.length === 0 && offset < count;
}

/** Who cannot be asked has said nothing against the page. */
function nothingTold(error: unknown): HeldKind[] {
  if (isCallscopeError(error)) return [];
  throw error;
}

function miscounted(count: number, what: string): CallscopeError {
  const message = `HappyRobot says that there are ${plural(count, 'call')}, ${what}.`;
  return new CallscopeError('upstream_invalid_response', message);
}

function ignoring(kinds: readonly HeldKind[]): CallscopeError {
  const keys = HELD_KEYS.filter((key) =>
    kinds.some((kind) => kind === key || (key === 'sort' && kind.startsWith('sort_'))),
  );
  return new CallscopeError('upstream_ignores_filter', ignoredSentence(keys));
}
