import { expect, it } from 'vitest';
import { createLeadership } from './leadership';

/** A lease as the record gives it, whose own clock the test sets beside that of the instances. */
function aWorld() {
  const clock = { record: 0, instance: 0 };
  let held = { fence: 0, ends: 0 };
  let isAway = false;
  const answering = () => {
    if (isAway) throw new Error('away');
  };
  const record = {
    async acquire(ttlMs: number) {
      answering();
      if (held.ends > clock.record) return undefined;
      held = { fence: held.fence + 1, ends: clock.record + ttlMs };
      return held.fence;
    },
    async renew(fence: number, ttlMs: number) {
      answering();
      if (held.fence !== fence) return false;
      held = { fence, ends: clock.record + ttlMs };
      return true;
    },
    async release() {
      answering();
      held = { ...held, ends: clock.record };
    },
  };
  const instance = () => createLeadership({ record, ttlMs: 10, monotonic: () => clock.instance });
  const pass = (ms: number) => {
    clock.record += ms;
    clock.instance += ms;
  };
  const cut = (away: boolean) => {
    isAway = away;
  };
  return { first: instance(), second: instance(), pass, cut, clock };
}

it('is one’s at a time, for as long as that one tends it', async () => {
  const { first, second, pass } = aWorld();
  for (let n = 0; n < 5; n += 1) {
    await first.tend();
    await second.tend();
    expect([first.fence(), second.fence()]).toEqual([1, undefined]);
    pass(6);
  }
});

it('ends by itself for who cannot reach the record, before another can take it', async () => {
  const { first, second, pass, cut } = aWorld();
  await first.tend();
  cut(true);
  pass(9);
  await expect(first.tend()).rejects.toThrow('away');
  expect(first.fence()).toBe(1);
  pass(1);
  expect(first.fence()).toBeUndefined();
  cut(false);
  await second.tend();
  await first.tend();
  expect([first.fence(), second.fence()]).toEqual([undefined, 2]);
});

it('that was given back or lost is the next one’s', async () => {
  const { first, second } = aWorld();
  await first.tend();
  await first.release();
  await second.tend();
  expect([first.fence(), second.fence()]).toEqual([undefined, 2]);
  second.lose();
  expect(second.fence()).toBeUndefined();
});
