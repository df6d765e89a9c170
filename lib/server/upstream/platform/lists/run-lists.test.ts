import { describe, expect, it, test } from 'vitest';
import {
  aRun,
  connectPlatform,
  servePlatform,
} from '@/lib/server/upstream/platform/platform.test-world';
import { json, serve } from '@/lib/server/upstream/transport/socket.test-server';

const at = (second: number) => new Date(Date.UTC(2026, 10, 1) + second * 1000).toISOString();
const many = (prefix: string, count: number, time: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => aRun(`${prefix}-${n}`, time(count - n)));
const idsOf = ({ calls }: { calls: readonly { id: string }[] }) => calls.map(({ id }) => id);

test('an account without workflows, or with empty ones, has no calls', async () => {
  const none = await servePlatform({});
  expect(await connectPlatform(none.url).listCalls({})).toMatchObject({ calls: [], count: 0 });
  const empty = await servePlatform({ a: [], b: [] });
  expect(await connectPlatform(empty.url).listCalls({})).toMatchObject({ calls: [], count: 0 });
});

test('600 runs of one second in three workflows come once each, page by page', async () => {
  const same = () => at(7);
  const { url } = await servePlatform({
    a: many('a', 200, same),
    b: many('b', 200, same),
    c: many('c', 200, same),
  });
  const upstream = connectPlatform(url);
  const pages = [];
  for (const offset of [0, 150, 300, 450])
    pages.push(...idsOf(await upstream.listCalls({ offset, limit: 150 })));
  expect(new Set(pages).size).toBe(600);
});

test('a run that goes while its list is read costs no other one its place', async () => {
  const a = many('a', 250, at);
  let isGone = false;
  const { url, requests } = await servePlatform(
    { a },
    {
      meanwhile: (path) => {
        if (!path.includes('page=2') || isGone) return;
        isGone = true;
        a.splice(3, 1);
      },
    },
  );
  const ids = idsOf(await connectPlatform(url).listCalls({ limit: 240, use_cases: ['a'] }));
  expect(ids).toEqual(
    many('a', 250, at)
      .map(({ id }) => id)
      .slice(0, 240),
  );
  expect(requests.filter((path) => path.includes('page=2')).length).toBeLessThan(4);
});

test('only the runs of people are asked for, in the range and order that are meant', async () => {
  const { url, requests } = await servePlatform({ a: [], b: [] });
  const range = { from: '2026-11-01T01:00:00+01:00', to: '2026-11-02T00:00:00Z' };
  await connectPlatform(url).listCalls({ ...range, sort: 'asc', use_cases: ['b'] });
  expect(Object.fromEntries(new URL(requests.at(-1) ?? '', url).searchParams)).toEqual({
    start_date: '2026-11-01T00:00:00.000Z',
    end_date: '2026-11-02T00:00:00.000Z',
    is_e2e_test: 'false',
    sort: 'asc',
    page: '1',
    page_size: '50',
  });
  expect(requests).toHaveLength(2);
});

test('a workflow that is gone since it was listed has no runs, and is not asked for again', async () => {
  const workflows: Record<string, unknown[]> = { a: [aRun('a-1', at(1))], b: [aRun('b-1', at(2))] };
  const { url, requests } = await servePlatform(workflows);
  const upstream = connectPlatform(url);
  expect(idsOf(await upstream.listCalls({}))).toEqual(['b-1', 'a-1']);
  delete workflows.b;
  expect(idsOf(await upstream.listCalls({}))).toEqual(['a-1']);
  requests.length = 0;
  expect(idsOf(await upstream.listCalls({}))).toEqual(['a-1']);
  expect(requests.some((path) => path.includes('/b/'))).toBe(false);
});

test('workflows that are sent again and again are asked for no longer', async () => {
  const { url, requests } = await serve((request, response) => {
    const data = request.url.includes('/runs') ? [] : [{ id: 'a', name: 'A' }];
    json(response, 200, { data, pagination: { hasNextPage: data.length > 0 } });
  });
  expect(await connectPlatform(url).listCalls({})).toMatchObject({ calls: [] });
  expect(requests.filter((path) => path.includes('/workflows/?'))).toHaveLength(2);
});

test.each([
  [{ error: 'The range is too long' }],
  [{ error: 'Bad Request', message: 'The range is too long', statusCode: 400 }],
  [{ message: 'The range is too long' }],
])('a refusal is told in the words of %j', async (body) => {
  const { url } = await serve((_, response) => json(response, 400, body));
  await expect(connectPlatform(url).listCalls({})).rejects.toMatchObject({
    code: 'upstream_rejected',
    message: 'HappyRobot rejected the request with status 400, saying: The range is too long.',
  });
});

describe('what cannot be read', () => {
  it('costs no other run its place, and is named', async () => {
    const { url } = await servePlatform({
      a: [
        aRun('good-1', at(9)),
        'no run',
        { status: 'failed', timestamp: at(8) },
        aRun('../b', at(8)),
        aRun('timeless', 'yesterday'),
        aRun('good-2', at(3)),
      ],
      b: [aRun('good-3', at(5))],
    });
    const { calls, invalid, count } = await connectPlatform(url).listCalls({});
    expect(calls.map(({ id }) => id)).toEqual(['good-1', 'timeless', 'good-3', 'good-2']);
    expect(calls[1]?.callscope).toMatchObject({ created_from: 'first_seen' });
    expect(invalid).toHaveLength(3);
    expect(count).toBe(7);
  });

  it('is an answer without a list: a failure, not an empty list', async () => {
    const { url } = await servePlatform(
      {},
      { others: (_, response) => void response.end('{"data":{}}') },
    );
    await expect(connectPlatform(`${url}/runs`).getTranscript('x')).rejects.toHaveProperty(
      'code',
      'upstream_invalid_response',
    );
  });
});

it('keeps what it does not know, and removes what could be a secret', async () => {
  const run = aRun('a-1', at(1), {
    status: 'archived',
    annotation: 'superb',
    mood: { colour: '🟦' },
    api_key: 'hr_live_secret',
    data: { 'extract.note': '<b>=1+1</b>', 'a.b': { c: null } },
  });
  const { url } = await servePlatform({ a: [run] });
  const [call] = (await connectPlatform(url).listCalls({})).calls;
  expect(call).toMatchObject({
    status: 'archived',
    type: 'Unknown',
    ratings: [],
    extraction: run.data,
    use_case: { id: 'a', name: 'Name of a' },
    run: { annotation: 'superb', mood: { colour: '🟦' } },
    not_read: ['sessions', 'usage'],
  });
  expect(call).not.toHaveProperty('duration');
  expect(call).not.toHaveProperty('costs');
  expect(JSON.stringify(call)).not.toContain('hr_live_secret');
});
