import { expect, it } from 'vitest';
import { CallscopeError } from '@/lib/server/errors';
import { CHECKPOINT_KEY } from './checkpoint';
import { aCall, NOW, someCalls } from './fake.test-world';
import { idsOf, indexed, startSync } from './sync.test-setup';

const HOUR = 3_600_000;
/** So that a night passes soon. */
const SLOWLY = { newMs: 5 * HOUR, dayMs: 5 * HOUR, weekMs: 100 * HOUR };

/** 7,000 calls, of which 2,600 share an instant in the middle. */
function manyCalls() {
  const tied = Array.from({ length: 2_600 }, (_, n) => aCall(100_000 + n, NOW - 3_000 * 60_000));
  return [...someCalls(4_400), ...tied];
}

it('goes on where it was, killed after each single write', async () => {
  const world = startSync(manyCalls());
  const { clock, source, store } = world;
  let sync = world.sync;
  let total = 0;
  for (let life = 0; life < 40; life += 1) {
    let writes = 0;
    store.beforeKeep = () => {
      writes += 1;
      // The first write of a life is that of its look for what is newer.
      if (writes > 2) throw new CallscopeError('index_failed', 'killed');
    };
    await clock.advance(50);
    await sync.stop();
    total = store.pages.length;
    source.calls.push(aCall(200_000 + life, clock.now()));
    sync = world.restart();
  }
  store.beforeKeep = () => undefined;
  await clock.advance(20_000);
  expect(indexed(store)).toEqual(idsOf(source.calls));
  expect(sync.status().state).toBe('idle');
  expect(total).toBeLessThan(90);
});

it('is not repeated when it is through', async () => {
  const world = startSync(someCalls(4_500));
  const { clock, source } = world;
  await clock.advance(1_000);
  await world.sync.stop();
  const asked = source.queries.length;
  const sync = world.restart();
  await clock.advance(1_000);
  expect(source.queries.length - asked).toBe(1);
  expect(sync.status()).toMatchObject({ state: 'idle', indexed: 4_500, upstream_count: 4_500 });
});

it.each([
  ['nonsense', 'nonsense'],
  ['another version', { version: 7, cursor: 12 }],
  ['a broken instant', { backfill: { to: 'yesterday' } }],
])('starts again from a checkpoint that is %s', async (_, checkpoint) => {
  const world = startSync(someCalls(4_500));
  const { clock, source, store } = world;
  await clock.advance(1_000);
  await world.sync.stop();
  await store.keep({
    calls: [],
    at: new Date(NOW).toISOString(),
    state: { [CHECKPOINT_KEY]: checkpoint },
  });
  const sync = world.restart();
  await clock.advance(20_000);
  expect(indexed(store)).toEqual(idsOf(source.calls));
  expect(sync.status().state).toBe('idle');
});

it('the nightly reading goes on where it was', async () => {
  const world = startSync(someCalls(22_000, HOUR), SLOWLY);
  const { clock, source, store } = world;
  await clock.advance(1_000);
  await clock.advance(14 * HOUR + 59 * 60_000);
  source.tookMs = 60_000;
  await clock.advance(8 * 60_000);
  await world.sync.stop();
  expect(await store.state(CHECKPOINT_KEY)).toMatchObject({
    everything: { to: expect.any(String) },
  });
  const asked = source.queries.length;
  source.tookMs = 0;
  world.restart();
  await clock.advance(60_000);
  const { everything } = Object(await store.state(CHECKPOINT_KEY));
  expect(everything).toBeNull();
  const reread = source.queries.slice(asked).filter(({ to }) => to !== null);
  expect(reread.length).toBeGreaterThan(5);
  expect(reread.length).toBeLessThan(15);
});

it('waits with everything until the index answers', async () => {
  const world = startSync(someCalls(10));
  const { clock, store } = world;
  await world.sync.stop();
  const state = store.state;
  store.state = async () => {
    throw new CallscopeError('index_failed', 'The index cannot be read.');
  };
  const sync = world.restart();
  await clock.advance(10_000);
  expect(sync.status()).toMatchObject({ state: 'error', last_error: { code: 'index_failed' } });
  expect(sync.coverage()).toMatchObject({ complete: false, upstream_count: null });
  store.state = state;
  await clock.advance(300_000);
  expect(sync.status()).toMatchObject({ state: 'idle', indexed: 10 });
});
