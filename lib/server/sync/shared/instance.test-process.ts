import { openIndex } from '@/lib/server/index/open';
import { openRecord } from '@/lib/server/record/open';
import { callSourceOf } from '@/lib/server/services/calls/call-source';
import type { CallSource } from '@/lib/server/sync/source';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import type { InstanceAnswer, InstanceOptions, InstanceQuestion } from './instances.test-world';
import { createRecordMonitor } from './monitor';
import { createOffers } from './offers';
import { createSharedSync } from './shared-sync';

/** One instance as a process of its own, so that it can be killed; it is told what to do by the test that forked it. */
const options = JSON.parse(process.argv[2] ?? '') as InstanceOptions;
const silent = { info: () => undefined, warn: () => undefined };
const tell = (message: InstanceAnswer) => void process.send?.(message);

const store = await openIndex({
  dataDir: options.dataDir,
  demo: false,
  account: ['tests'],
  onRebuilt: () => undefined,
  onSetAside: () => undefined,
});
const upstream = createUpstream({
  baseUrl: options.upstream,
  apiKey: 'demo-key',
  log: { ...silent, debug: () => undefined },
});
const asking = callSourceOf(upstream);
const source: CallSource = {
  ...asking,
  page(query, signal) {
    tell({ kind: 'asked' });
    return asking.page(query, signal);
  },
};
const record = openRecord({ url: options.database, account: 'tests' });
const offers = createOffers(record);
const monitor = createRecordMonitor(silent);
const sync = createSharedSync({
  store,
  source,
  record,
  offers,
  monitor,
  log: silent,
  mayLead: options.mayLead,
  settings: {
    newMs: 500,
    dayMs: 600_000,
    weekMs: 3_600_000,
    allHour: 3,
    share: 1,
    transcripts: false,
  },
  ttlMs: 6_000,
  pollMs: 100,
});

async function answer({ ask, call }: InstanceQuestion): Promise<unknown> {
  if (call !== undefined) {
    const page = { calls: [call], at: new Date().toISOString() };
    await store.keep(page);
    offers.add(page);
    sync.wake();
    return 'kept';
  }
  if (ask === 'status') return sync.status();
  const query = { timezone: 'UTC' };
  const now = new Date().toISOString();
  const [facets, costs, ids, { indexed, rejected }] = await Promise.all([
    store.facets(query),
    store.costs({
      ...query,
      previous: null,
      now: '2030-01-01T00:00:00.000Z',
      interval: 'month',
      group_by: 'model',
    }),
    store.idsBetween('0001-01-01T00:00:00.000Z', now),
    store.content(),
  ]);
  return { facets, costs, ids: ids.map(({ id }) => id).sort(), indexed, rejected: rejected.count };
}

process.on('message', (question: InstanceQuestion) => {
  const { id } = question;
  answer(question).then(
    (told) => tell({ kind: 'answer', id, told }),
    (error: unknown) => tell({ kind: 'answer', id, told: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
sync.start();
tell({ kind: 'started' });
