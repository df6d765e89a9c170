import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Identity } from '@/lib/auth/roles';
import type { ProblemCode } from '@/lib/call/answers/problem';
import type { FaultRequest } from '@/lib/demo/control/faults';
import type * as LogModule from '@/lib/server/observability/log';
import { ask, BOUND_MS, CALLS, CANARY_KEY, NOWHERE, startWorld } from './faults.test-world';

const OWNER: Identity = { role: 'manager', account: null };

/**
 * The matrix of faults: what a person sees, what is logged and what the index holds, before it knows anything and
 * when it knows everything. Real sockets, the real routes and parts, a real index on disk.
 */

const { lines } = vi.hoisted(() => ({ lines: [] as string[] }));

vi.mock('@/lib/server/observability/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  const destination = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  type Options = Parameters<typeof createLog>[0];
  return { createLog: (options: Options) => createLog(options, destination) };
});

beforeEach(() => {
  lines.length = 0;
  // The waits between attempts are drawn by lot: here they are always short.
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** An upstream that refuses or fails: nothing of it may be taken for an account without calls. */
type Failing = {
  name: string;
  fault: FaultRequest | 'refused' | 'unknown name';
  status: number;
  code: ProblemCode;
  /** How long a question may take, where the fault is that it takes for ever. */
  boundMs: number;
  /** Part of the sentence that is told and logged. */
  detail: string;
  /** With a whole index: whether it answers in the upstream's place, or the failure is told all the same. */
  then: 'index' | 'told';
};

/** What a busy machine takes beside the bound. */
const SLACK_MS = 2_000;

const rateLimit = (headers: Record<string, string>): FaultRequest => ({
  kind: 'status',
  status: 429,
  headers,
});

const FAILING: Failing[] = [
  row('DNS failure', 'unknown name', 503, 'upstream_unreachable', 'DNS', 'index'),
  row('refused', 'refused', 503, 'upstream_unreachable', 'refused', 'index'),
  row('reset', { kind: 'reset' }, 503, 'upstream_unreachable', 'closed|reset', 'index'),
  row(
    'reset mid-body',
    { kind: 'reset', afterBytes: 2_000 },
    503,
    'upstream_unreachable',
    'closed|reset',
    'index',
  ),
  row(
    'slow drip',
    { kind: 'slow_drip' },
    504,
    'upstream_timeout',
    'in time|longer|within',
    'index',
    2_000,
  ),
  row('hang', { kind: 'hang' }, 504, 'upstream_timeout', 'in time|longer|within', 'index', 2_000),
  row('truncated JSON', { kind: 'truncated' }, 502, 'upstream_invalid_response', 'JSON', 'index'),
  row(
    'short of its length',
    { kind: 'truncated', contentLength: 'too long' },
    503,
    'upstream_unreachable',
    'closed',
    'index',
  ),
  row('HTML with 200', { kind: 'html' }, 502, 'upstream_invalid_response', 'web page', 'index'),
  row('401', { kind: 'status', status: 401 }, 502, 'upstream_unauthorized', 'API key', 'told'),
  row('403', { kind: 'status', status: 403 }, 502, 'upstream_forbidden', 'API key', 'told'),
  row('404', { kind: 'status', status: 404 }, 502, 'upstream_rejected', '404', 'index'),
  row('429', rateLimit({}), 429, 'upstream_rate_limited', '30 seconds', 'told'),
  row(
    '429 with Retry-After',
    rateLimit({ 'retry-after': '7' }),
    429,
    'upstream_rate_limited',
    '7 seconds',
    'told',
  ),
  row('500', { kind: 'status', status: 500 }, 502, 'upstream_failed', '500', 'index'),
  row('503', { kind: 'status', status: 503 }, 502, 'upstream_failed', '503', 'index'),
  row(
    'gzip bomb',
    // Beyond the limit is enough: more would only measure how fast the machine packs.
    { kind: 'gzip_bomb', bytes: 40 * 1024 * 1024 },
    502,
    'upstream_invalid_response',
    'larger than 32 MiB',
    'index',
  ),
  row('redirect', { kind: 'redirect' }, 502, 'upstream_invalid_response', 'redirects', 'index'),
  row('wrong echo', { kind: 'wrong_echo' }, 502, 'upstream_ignores_paging', 'page|offset', 'index'),
];

function row(
  name: string,
  fault: Failing['fault'],
  status: number,
  code: ProblemCode,
  detail: string,
  then: Failing['then'],
  boundMs = BOUND_MS,
): Failing {
  return { name, fault, status, code, detail, then, boundMs };
}

type World = Awaited<ReturnType<typeof startWorld>>;

async function strike(world: World, fault: Failing['fault']): Promise<void> {
  if (fault === 'refused') await world.stopUpstream();
  else if (fault === 'unknown name') await world.restart(NOWHERE);
  else await world.control.setFaults(fault);
}

async function heal(world: World, fault: Failing['fault']): Promise<void> {
  if (fault === 'refused') await world.startUpstream();
  else if (fault === 'unknown name') await world.restart(world.url);
  else await world.control.clearFaults();
}

const pageSchema = z.object({
  calls: z.array(z.looseObject({ id: z.string() })),
  count: z.number(),
  meta: z.object({
    source: z.string(),
    stale: z.boolean(),
    invalid: z.array(z.unknown()),
    odd: z.array(z.unknown()),
  }),
});
const problemSchema = z.object({ code: z.string(), detail: z.string() });

async function held(world: World): Promise<string[]> {
  const store = await world.store();
  const known = await store.page({ limit: 2000, timezone: 'UTC' });
  return known.calls.map(({ id }) => id).sort();
}

async function fill(world: World): Promise<string[]> {
  world.sync().start();
  await expect
    .poll(async () => (await world.sync().status({ who: OWNER })).state, {
      interval: 20,
      timeout: 15_000,
    })
    .toBe('idle');
  const ids = await held(world);
  expect(new Set(ids).size).toBe(ids.length);
  return ids;
}

async function expectTold({ status, code, detail, boundMs }: Failing, world: World): Promise<void> {
  const answer = await ask('/api/calls');
  expect([answer.status, problemSchema.parse(JSON.parse(answer.text)).code]).toEqual([
    status,
    code,
  ]);
  expect(answer.text).toMatch(new RegExp(detail));
  expect(answer.ms).toBeLessThan(boundMs + SLACK_MS);
  const logged = world.logged();
  expect(logged).toMatch(new RegExp(`"route":"/api/calls".*"status":${status}.*"code":"${code}"`));
  expect(answer.text + logged).not.toContain(CANARY_KEY);
}

it.each(FAILING)('$name: told as $code; nothing is lost or shown as empty', async (expected) => {
  const world = await startWorld(lines, expected.boundMs);
  await strike(world, expected.fault);
  await expectTold(expected, world);
  expect(await held(world)).toEqual([]);

  await heal(world, expected.fault);
  const known = await fill(world);
  expect(known).toHaveLength(CALLS);
  // Another account has another index, so an upstream of another name cannot fail over a whole one.
  if (expected.fault === 'unknown name') return;

  await strike(world, expected.fault);
  world.logged();
  if (expected.then === 'told') await expectTold(expected, world);
  else {
    const { status, text, ms } = await ask('/api/calls');
    const page = pageSchema.parse(JSON.parse(text));
    expect([status, page.count, page.meta.source, page.meta.stale]).toEqual([
      200,
      CALLS,
      'index',
      true,
    ]);
    expect(page.calls).toHaveLength(CALLS);
    expect(ms).toBeLessThan(expected.boundMs + SLACK_MS);
  }
  const facets = await ask('/api/facets');
  expect([facets.status, JSON.parse(facets.text).count]).toEqual([200, CALLS]);
  await world.sync().refresh({ who: OWNER });
  await expect
    .poll(async () => (await world.sync().status({ who: OWNER })).last_error?.code, {
      timeout: 5_000,
    })
    .toBe(expected.code);
  expect(world.logged()).toMatch(new RegExp(`"code":"${expected.code}".*"msg":"sync failed"`));
  expect(await held(world)).toEqual(known);
});

/** What comes is read however busy the machine is: 20 MB take it seconds. */
const PATIENT_MS = 20_000;
/** By then what was shown and what the sync read is in the index. */
const WRITTEN_MS = 700;

/** A page that comes and is not quite right. */
const ODD: { name: string; fault: FaultRequest; shown: number; invalid: number; odd?: number }[] = [
  { name: 'one bad record of fifty', fault: { kind: 'bad_record' }, shown: 50, invalid: 0, odd: 1 },
  { name: 'all bad', fault: { kind: 'bad_records' }, shown: 50, invalid: 0, odd: 50 },
  { name: 'duplicate ids', fault: { kind: 'duplicate' }, shown: 49, invalid: 1 },
  {
    name: 'a clock that is a day ahead',
    fault: { kind: 'skewed', ms: 86_400_000 },
    shown: 50,
    invalid: 0,
  },
  {
    name: 'a clock that is a day behind',
    fault: { kind: 'skewed', ms: -86_400_000 },
    shown: 50,
    invalid: 0,
  },
  { name: '20 MB page', fault: { kind: 'padded', bytes: 20_000_000 }, shown: 50, invalid: 0 },
];

it.each(ODD)('$name: what is wrong is named, the rest is kept', async (expected) => {
  const world = await startWorld(lines, PATIENT_MS);
  await world.control.setFaults(expected.fault);
  const { status, text } = await ask('/api/calls');
  const page = pageSchema.parse(JSON.parse(text));
  expect([status, page.count, page.meta.source]).toEqual([200, CALLS, 'live']);
  expect([page.calls.length, page.meta.invalid.length]).toEqual([expected.shown, expected.invalid]);
  expect(page.meta.odd).toHaveLength(expected.odd ?? 0);
  expect(world.logged()).toMatch(/"route":"\/api\/calls".*"status":200/);
  await expect
    .poll(async () => (await held(world)).length, { timeout: 10_000 })
    .toBe(expected.shown);

  await world.control.clearFaults();
  const known = await fill(world);
  expect(known).toHaveLength(CALLS);
  await world.control.clearRequests();
  await world.control.setFaults(expected.fault);
  await world.sync().refresh({ who: OWNER });
  await ask('/api/calls');
  await expect
    .poll(async () => (await world.control.requests()).filter((it) => it.status === 200).length, {
      timeout: 10_000,
    })
    .toBeGreaterThanOrEqual(2);
  await wait(WRITTEN_MS);
  expect(await held(world)).toEqual(known);
  const store = await world.store();
  expect((await store.content()).rejected.count).toBe(0);
  expect((await store.oddFields()).length > 0).toBe((expected.odd ?? 0) > 0);
});
