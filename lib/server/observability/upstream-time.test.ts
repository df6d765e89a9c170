import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { CLASSIC_CAPABILITIES } from '@/lib/server/upstream/classic/can';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { measureUpstreamTime, timedUpstream } from './upstream-time';

const never = () => Promise.reject(new Error('not asked here'));

/** An upstream that takes so long for everything. */
function slow(ms: number): Upstream {
  const answer = () => wait(ms);
  return timedUpstream({
    can: CLASSIC_CAPABILITIES,
    listCalls: never,
    getCall: never,
    getTranscript: () => wait(ms).then(never),
    getRecording: never,
    openSound: never,
    probe: never,
    addNote: answer,
    changeNote: answer,
    removeNote: answer,
    rate: answer,
    markViewed: answer,
    pending: () => 0,
    close: answer,
  });
}

it('is what a request waited, one after the other added, at the same time once', async () => {
  const upstream = slow(40);
  const time = measureUpstreamTime();
  expect(time.total()).toBeUndefined();
  await time.during(async () => {
    await upstream.markViewed('a', 'a@example.com');
    await wait(40);
    await Promise.all([upstream.removeNote('a', 'b'), upstream.markViewed('a', 'b')]);
  });
  expect(time.total()).toBeGreaterThan(75);
  expect(time.total()).toBeLessThan(115);
});

it('counts failures, and nothing of another request', async () => {
  const upstream = slow(30);
  const [failing, idle] = [measureUpstreamTime(), measureUpstreamTime()];
  await Promise.all([
    failing.during(() => upstream.getTranscript('a').catch(() => undefined)),
    idle.during(() => wait(60)),
    upstream.markViewed('a', 'b'),
  ]);
  expect(failing.total()).toBeGreaterThan(25);
  expect(idle.total()).toBeUndefined();
});
