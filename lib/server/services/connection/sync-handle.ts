import type { IndexMeta, SyncResponse, SyncStatus } from '@/lib/call/answers/index-responses';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import { maskSync } from '@/lib/server/services/redaction/answers';
import { shownTo } from '@/lib/server/services/redaction/shown';
import { NO_TRANSCRIPTS } from '@/lib/server/sync/status';
import type { Sync } from '@/lib/server/sync/sync';
import { type CapabilitiesService, ignoredIn } from './capabilities';

/** The sync of this process, which begins when the index is open. */
export type SyncHandle = {
  /** Lets the sync begin as soon as the index is open. Without an index, or switched off, nothing happens. */
  start(): void;
  /** @throws {CallscopeError} `index_unavailable` when there is no index. */
  status(principal: Principal): Promise<SyncResponse>;
  /** Asks for what is new; @throws like {@link status}. */
  refresh(principal: Principal): Promise<void>;
  /** Takes what HappyRobot no longer lists for deleted; @throws like {@link status}. */
  confirmDeletions(principal: Principal): Promise<void>;
  /** What the index says of itself with its answers. */
  meta(store: IndexStore): Promise<IndexMeta>;
  /** Whether everything was read once and nothing fails: then others may ask HappyRobot. */
  isIdle(): Promise<boolean>;
  stop(): Promise<void>;
};

/** `create` makes the sync of a store; undefined when it is switched off. */
export function holdSync(
  index: IndexHandle,
  create: ((store: IndexStore) => Sync) | undefined,
  capabilities: Pick<CapabilitiesService, 'get'>,
): SyncHandle {
  let sync: Sync | undefined;
  let stopped = false;

  async function opened(): Promise<Sync | undefined> {
    const store = await index.store();
    sync ??= create?.(store);
    return sync;
  }

  return {
    start() {
      opened().then(
        (made) => {
          if (!stopped) made?.start();
        },
        // Whoever asks for the index is told why there is none.
        () => undefined,
      );
    },
    async status({ who }) {
      authorise(who, 'read');
      const made = await opened();
      const store = await index.store();
      const [status, odd_fields] = await Promise.all([
        made ? made.status() : resting(store),
        store.oddFields(),
      ]);
      const answer = { ...status, odd_fields, ignored_filters: ignoredIn(capabilities.get()) };
      return shownTo(who, answer, maskSync);
    },
    async refresh({ who }) {
      authorise(who, 'control_sync');
      (await opened())?.refresh();
    },
    async confirmDeletions({ who }) {
      authorise(who, 'control_sync');
      (await opened())?.confirmDeletions();
    },
    async meta(store) {
      const made = await opened();
      if (made) {
        return { source: 'index', as_of: made.status().last_success, coverage: made.coverage() };
      }
      const { indexed, newest, rejected } = await store.content();
      // What people happened to look at says nothing about what lies in between.
      const coverage = {
        from: null,
        to: newest,
        complete: false,
        indexed,
        upstream_count: null,
        unreadable: rejected.count,
      };
      return { source: 'index', as_of: null, coverage };
    },
    async isIdle() {
      const made = await opened().catch(() => undefined);
      return made ? made.status().state === 'idle' : create === undefined;
    },
    async stop() {
      stopped = true;
      await sync?.stop();
    },
  };
}

/** What is told when nothing fills the index but what people are shown. */
async function resting(store: IndexStore): Promise<SyncStatus> {
  const { indexed, oldest, newest, rejected } = await store.content();
  return {
    state: 'idle',
    indexed,
    upstream_count: null,
    oldest,
    newest,
    last_success: null,
    progress: null,
    last_error: null,
    rejected: { ...rejected, recovered: 0 },
    missing: 0,
    suspicion: null,
    unknown_fields: [],
    transcripts: NO_TRANSCRIPTS,
  };
}
