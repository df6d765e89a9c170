import { expect, it } from 'vitest';
import type { ProblemCode } from '@/lib/call/answers/problem';
import { CallscopeError } from '@/lib/server/errors';
import type { Upstream, UpstreamPage } from '@/lib/server/upstream/port/upstream';
import { createOutageWatch } from './outage';

const PAGE: UpstreamPage = { calls: [], invalid: [], count: 0, limit: 50, offset: 0 };

/** An upstream whose questions are answered by hand, watched by a clock that is set by hand. */
function setUp() {
  let minute = 0;
  const open: { resolve: (page: UpstreamPage) => void; reject: (error: unknown) => void }[] = [];
  const upstream: Pick<Upstream, 'listCalls' | 'getCall'> = {
    listCalls: () => new Promise((resolve, reject) => open.push({ resolve, reject })),
    getCall: () => Promise.reject(new Error('not asked here')),
  };
  const watch = createOutageWatch(() => new Date(minute * 60_000));
  const watched = watch.watched(upstream);
  const ask = (at: number) => {
    minute = at;
    const answer = watched.listCalls({}).catch(() => undefined);
    const mine = open.at(-1);
    const end = async (now: number, code?: ProblemCode | 'abort') => {
      minute = now;
      if (code === undefined) mine?.resolve(PAGE);
      else if (code === 'abort') mine?.reject(new DOMException('gone', 'AbortError'));
      else mine?.reject(new CallscopeError(code, 'No.'));
      await answer;
    };
    return { end };
  };
  const since = () => {
    const known = watch.since();
    return known === null ? null : Date.parse(known) / 60_000;
  };
  return { ask, since };
}

it('remembers the first question of a run without answers, until one is answered', async () => {
  const { ask, since } = setUp();
  expect(since()).toBeNull();
  await ask(10).end(11, 'upstream_timeout');
  await ask(20).end(20, 'upstream_unreachable');
  await ask(21).end(21, 'upstream_failed');
  expect(since()).toBe(10);
  await ask(30).end(31);
  expect(since()).toBeNull();
  await ask(40).end(40, 'upstream_failed');
  expect(since()).toBe(40);
});

it('is not away before its last answer, however long a question had waited', async () => {
  const { ask, since } = setUp();
  const slow = ask(10);
  await ask(11).end(12);
  await slow.end(20, 'upstream_timeout');
  expect(since()).toBe(12);
});

it('takes a no for an answer, and learns nothing from who gave up', async () => {
  const { ask, since } = setUp();
  await ask(10).end(10, 'upstream_failed');
  await ask(11).end(11, 'abort');
  await ask(12).end(12, 'not_found');
  expect(since()).toBe(10);
  await ask(13).end(13, 'upstream_unauthorized');
  expect(since()).toBeNull();
  await ask(14).end(14, 'upstream_rate_limited');
  expect(since()).toBeNull();
});
