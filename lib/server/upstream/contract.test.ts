import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Call } from '@/lib/call/call';
import { UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import { createDemoControl, type DemoControl } from '@/lib/demo/control/control';
import { type DemoApi, type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { createUpstream } from './classic/classic';
import { createPlatformUpstream } from './platform/platform';
import type { Upstream, UpstreamQuery } from './port/upstream';
import type { UpstreamOptions } from './transport/options';
import { recordingLog } from './transport/socket.test-server';

/**
 * What every adapter promises, whatever it speaks to: each is held to it against its demo, over real sockets. What an
 * adapter says that it cannot is part of the promise.
 */

const KEY = 'demo-key-of-the-contract';
const COUNT = 260;
const NOW = Date.parse('2026-11-18T17:42:11Z');
const REVIEWER = 'maya.lindqvist@northlinefreight.example';

const ADAPTERS: [DemoApi, (options: UpstreamOptions) => Upstream][] = [
  ['calls', createUpstream],
  ['platform', createPlatformUpstream],
];

describe.each(ADAPTERS)('%s', (api, create) => {
  let demo: DemoUpstream;
  let control: DemoControl;
  let upstream: Upstream;
  let all: Call[];
  const log = recordingLog();

  beforeAll(async () => {
    demo = await startDemoUpstream({ api, apiKey: KEY, now: NOW, calls: COUNT, control: true });
    control = createDemoControl(demo.url);
    upstream = create({
      baseUrl: demo.url,
      apiKey: KEY,
      log,
      retry: { firstBackoffMs: 1, maxBackoffMs: 2 },
      breaker: { failures: 1_000 },
    });
    all = (await upstream.listCalls({ limit: 2_000 })).calls;
  });
  afterAll(async () => {
    await upstream.close();
    await demo.close();
  });
  afterEach(async () => {
    await control.clearFaults();
    await control.restoreCalls();
    await control.clearRequests();
  });

  const idsOf = (calls: readonly Call[]) => calls.map(({ id }) => id);
  const failure = (answer: Promise<unknown>) =>
    answer.then(
      () => expect.unreachable('it was answered'),
      (error: unknown) => error,
    );
  const asked = async () => (await control.requests()).map(({ method, path }) => [method, path]);

  /** A call that somebody spoke on, with everything about it. */
  async function spoken(): Promise<Call> {
    const done = all.filter(({ status }) => status === 'Completed' || status === 'Transferred');
    for (const { id } of done) {
      const call = await upstream.getCall(id);
      if ((call.duration ?? 0) > 60 && (call.costs?.total_costs ?? 0) > 0) return call;
    }
    throw new Error('nobody spoke on any call');
  }

  describe('lists', () => {
    test('hold every call once, newest first, and count them', async () => {
      expect(all.length).toBeGreaterThan(COUNT * 0.9);
      expect(new Set(idsOf(all)).size).toBe(all.length);
      const times = all.map(({ created }) => Date.parse(created));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      expect(await upstream.listCalls({ limit: 10 })).toMatchObject({
        count: all.length,
        limit: 10,
        offset: 0,
        invalid: [],
      });
    });

    test('pages put together are the whole, wherever they are cut', async () => {
      const pages: Call[] = [];
      while (pages.length < all.length) {
        const page = await upstream.listCalls({ limit: 97, offset: pages.length });
        expect(page.calls.length).toBeGreaterThan(0);
        pages.push(...page.calls);
      }
      expect(idsOf(pages)).toEqual(idsOf(all));
      const beyond = await upstream.listCalls({ limit: 97, offset: all.length });
      expect(beyond).toMatchObject({ calls: [], count: all.length });
    });

    test('come in every order that it says', async () => {
      for (const sort of upstream.can.sorts) {
        const { calls } = await upstream.listCalls({ sort, limit: 2_000 });
        const times = calls.map(({ created }) => Date.parse(created));
        expect(times).toEqual(times.toSorted((a, b) => (sort === 'asc' ? a - b : b - a)));
      }
    });

    test('obey a range, with both its ends in it', async () => {
      const [to, from] = [all[20]?.created ?? '', all[60]?.created ?? ''];
      const { calls, count } = await upstream.listCalls({ from, to, limit: 2_000 });
      expect(idsOf(calls)).toEqual(
        idsOf(all.filter(({ created }) => from <= created && created <= to)),
      );
      expect(count).toBe(calls.length);
    });

    test('obey the use cases', async () => {
      const useCase = all[0]?.use_case?.id ?? '';
      const { calls, count } = await upstream.listCalls({ use_cases: [useCase], limit: 2_000 });
      expect(idsOf(calls)).toEqual(idsOf(all.filter(({ use_case }) => use_case?.id === useCase)));
      expect(count).toBe(calls.length);
    });

    const example: Record<(typeof UPSTREAM_FILTER_KEYS)[number], UpstreamQuery> = {
      type: { type: 'Inbound' },
      statuses: { statuses: ['Completed'] },
      tags: { tags: ['retry'] },
      models: { models: ['gpt-5.2'] },
      ratings: { ratings: ['✅'] },
      use_cases: { use_cases: ['66f9be219c4d3e001f5a7b09'] },
      campaigns: { campaigns: ['1'] },
      from: { from: '2026-11-18T00:00:00.000Z' },
      to: { to: '2026-11-18T00:00:00.000Z' },
      search: { search: 'laredo' },
      transfer_contact_email: { transfer_contact_email: 'a@b.example' },
    };
    test.each(UPSTREAM_FILTER_KEYS)(
      'are narrowed by %s, or it says that it cannot',
      async (key) => {
        const query = example[key];
        await control.clearRequests();
        if (upstream.can.filters.includes(key)) {
          expect((await upstream.listCalls(query)).count).toBeLessThan(all.length);
        } else {
          expect(await failure(upstream.listCalls(query))).toHaveProperty(
            'code',
            'invalid_request',
          );
          expect(await asked()).toEqual([]);
        }
      },
    );
  });

  describe('a call', () => {
    test('is the listed one, with what a list does not tell', async () => {
      const call = await spoken();
      const listed = all.find(({ id }) => id === call.id);
      for (const field of ['created', 'status', 'prompt_id', 'extraction', 'ratings'] as const)
        expect(call[field]).toEqual(listed?.[field]);
      const { onlyAlone } = upstream.can;
      const told = (it: Call | undefined) => ({
        duration: it?.duration,
        language: it?.language,
        model: it?.use_case?.model,
        costs: it?.costs,
        type: it?.type === 'Unknown' ? undefined : it?.type,
        numbers: it?.metadata?.from ?? it?.metadata?.to,
      });
      for (const [name, value] of Object.entries(told(call)))
        expect(value, name).not.toBeUndefined();
      for (const name of onlyAlone) expect(told(listed)[name], name).toBeUndefined();
      if (onlyAlone.length === 0) expect(told(listed)).toEqual(told(call));
    });

    test('is not found where there is none, and nothing is asked for what is no id', async () => {
      const unknown = '00000000-0000-5000-8000-000000000000';
      expect(await failure(upstream.getCall(unknown))).toHaveProperty('code', 'not_found');
      await control.clearRequests();
      expect(await failure(upstream.getCall('../api-key'))).toHaveProperty('code', 'not_found');
      expect(await asked()).toEqual([]);
    });

    test('says what its amounts are', async () => {
      const { costs } = await spoken();
      expect(costs?.unit).toBe(upstream.can.costs === 'credits' ? 'credits' : undefined);
      const parts = [costs?.voip, costs?.transcriber, costs?.llm, costs?.tts];
      const sum = parts.reduce((total, part) => total + (part?.total_cost ?? 0), 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThanOrEqual((costs?.total_costs ?? 0) + 0.01);
    });
  });

  describe('a transcript', () => {
    test('begins with the call and goes on in time', async () => {
      const call = await spoken();
      const { call_id, messages, start_time, odd } = await upstream.getTranscript(call.id);
      expect(call_id).toBe(call.id);
      expect(odd).toEqual([]);
      expect(Date.parse(start_time ?? '')).toBeCloseTo(Date.parse(call.created), -4);
      const starts = messages.flatMap(({ start }) => start ?? []);
      expect(starts.length).toBeGreaterThan(3);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect(starts[0]).toBeLessThan(10);
      expect(starts.at(-1)).toBeLessThan((call.duration ?? 0) + 10);
      expect(messages.map(({ role }) => role)).toContain('assistant');
    });

    test('is not found where there is no call', async () => {
      const unknown = '00000000-0000-5000-8000-000000000000';
      expect(await failure(upstream.getTranscript(unknown))).toHaveProperty('code', 'not_found');
    });
  });

  test('a recording lies where it says, and can be had in parts', async () => {
    const call = await spoken();
    const { parts } = await upstream.getRecording(call.id);
    expect(parts.length).toBeGreaterThan(0);
    for (const { url } of parts) {
      const sound = await fetch(url ?? '', { headers: { range: 'bytes=0-15' } });
      expect(sound.status).toBe(206);
      expect(Buffer.from(await sound.arrayBuffer()).toString('latin1')).toMatch(/^RIFF/);
    }
    const missing = await upstream.getRecording('00000000-0000-5000-8000-000000000000');
    expect(missing).toMatchObject({ parts: [], missing: 'unknown' });
  });

  describe('what is written', () => {
    const rating = { email: REVIEWER, operation: 'add', created: '2026-11-18T18:00:00Z' } as const;

    test('is there afterwards: ratings', async () => {
      const { id } = await spoken();
      for (const emoji of upstream.can.ratings.emojis ?? ['✅', '👎', '🚨']) {
        await upstream.rate(id, { ...rating, emoji });
        const { ratings } = await upstream.getCall(id, { afresh: true });
        expect(ratings?.map((each) => each.emoji)).toContain(emoji);
        expect(ratings?.some(({ email }) => email === REVIEWER)).toBe(upstream.can.ratings.persons);
      }
    });

    test('is taken back, or it says that it cannot', async () => {
      const { id } = await spoken();
      await upstream.rate(id, { ...rating, emoji: '🚨' });
      await control.clearRequests();
      const taken = upstream.rate(id, { ...rating, emoji: '🚨', operation: 'remove' });
      if (upstream.can.ratings.removable) {
        await taken;
        const { ratings } = await upstream.getCall(id, { afresh: true });
        expect(ratings?.filter(({ email }) => email === REVIEWER)).not.toContainEqual(
          expect.objectContaining({ emoji: '🚨' }),
        );
      } else {
        expect(await failure(taken)).toHaveProperty('code', 'invalid_request');
        expect(await asked()).toEqual([]);
      }
    });

    test('are notes and marks, or it says that it cannot', async () => {
      const { id } = await spoken();
      await control.clearRequests();
      const note = { id: 'n1', user_id: REVIEWER, content: 'Well done.', flagged: false };
      const writes = [
        [upstream.can.notes, () => upstream.addNote(id, { ...note, created_at: NOTED })],
        [upstream.can.viewed, () => upstream.markViewed(id, REVIEWER)],
      ] as const;
      for (const [can, write] of writes) {
        if (can) await write();
        else expect(await failure(write())).toHaveProperty('code', 'invalid_request');
      }
      expect(await asked()).toHaveLength(writes.filter(([can]) => can).length);
    });

    test('is sent once, whatever becomes of it', async () => {
      const { id } = await spoken();
      await control.clearRequests();
      await control.setFaults({ kind: 'reset', written: true, times: 1 });
      const lost = upstream.rate(id, { ...rating, emoji: '✅' });
      expect(await failure(lost)).toHaveProperty('code', 'write_uncertain');
      await control.setFaults({ kind: 'status', status: 403, times: 1 });
      const forbidden = upstream.rate(id, { ...rating, emoji: '✅' });
      expect(await failure(forbidden)).toHaveProperty('code', 'upstream_read_only');
      expect(await asked()).toHaveLength(2);
    });
  });

  describe('what goes wrong', () => {
    test.each([
      [401, 'upstream_unauthorized'],
      [403, 'upstream_forbidden'],
      [400, 'upstream_rejected'],
      [429, 'upstream_rate_limited'],
      [500, 'upstream_failed'],
    ])('status %i is %s for lists, calls and transcripts', async (status, code) => {
      const { id } = all[0] ?? { id: '' };
      await control.setFaults({ kind: 'status', status, body: { message: `No: ${KEY}` } });
      const questions = [
        upstream.listCalls({ offset: 1 }),
        upstream.getCall(id),
        upstream.getTranscript(id),
      ];
      for (const error of await Promise.all(questions.map(failure))) {
        expect(error).toHaveProperty('code', code);
        expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(KEY);
      }
    });

    test('what passes is tried again', async () => {
      await control.setFaults({ kind: 'reset', times: 1 });
      const { calls } = await upstream.listCalls({ limit: 5 });
      expect(idsOf(calls)).toEqual(idsOf(all.slice(0, 5)));
    });

    test('what is no list is no empty list', async () => {
      await control.setFaults({ kind: 'invalid_json' });
      expect(await failure(upstream.listCalls({ limit: 5 }))).toHaveProperty(
        'code',
        'upstream_invalid_response',
      );
    });

    test('nothing that was written down tells the key', () => {
      expect(log.lines.length).toBeGreaterThan(0);
      expect(log.lines.join()).not.toContain(KEY);
    });
  });
});

const NOTED = '2026-11-18T18:00:00.000Z';
