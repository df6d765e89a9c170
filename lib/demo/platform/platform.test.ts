import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createDemoControl, type DemoControl } from '@/lib/demo/control/control';
import { at, listAt, textAt } from '@/lib/demo/json';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';

const NOW = Date.parse('2026-11-18T17:42:11Z');

let upstream: DemoUpstream;
let control: DemoControl;

beforeAll(async () => {
  upstream = await startDemoUpstream({ api: 'platform', now: NOW, calls: 700, control: true });
  control = createDemoControl(upstream.url);
});
afterAll(() => upstream.close());
afterEach(async () => {
  await control.clearFaults();
  await control.restoreCalls();
});

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${upstream.url}${path}`, {
    ...init,
    headers: { authorization: 'Bearer demo-key' },
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}

const data = async (path: string) => listAt((await ask(path)).body, 'data');
const workflowIds = async () =>
  (await data('/workflows/')).map((workflow) => textAt(workflow, 'id') ?? '');

async function runs(query = 'page_size=2000') {
  const ids = await workflowIds();
  return (await Promise.all(ids.map((id) => data(`/workflows/${id}/runs?${query}`)))).flat();
}

async function someRun(accepts: (run: unknown) => boolean) {
  const run = (await runs()).find(accepts);
  if (!run) throw new Error('no such run among the generated');
  return textAt(run, 'id') ?? '';
}

test('each call is one run of the workflow of its use case', async () => {
  const all = await runs();
  expect(all).toHaveLength(700);
  expect(new Set(all.map((run) => textAt(run, 'id'))).size).toBe(700);
  for (const run of all) expect(z.uuid().safeParse(at(run, 'id')).success).toBe(true);
});

test('pages of runs are told in camel case, those of sessions in snake case', async () => {
  const [workflow = ''] = await workflowIds();
  const page = await ask(`/workflows/${workflow}/runs?page=2&page_size=10`);
  const total = at(page.body, 'pagination', 'totalRecords');
  expect(at(page.body, 'pagination')).toEqual({
    page: 2,
    pageSize: 10,
    totalPages: Math.ceil(Number(total) / 10),
    totalRecords: total,
    hasNextPage: true,
    hasPreviousPage: true,
  });
  const sessions = await ask(`/runs/${await someRun(() => true)}/sessions`);
  expect(at(sessions.body, 'pagination')).toMatchObject({ page: 1, has_next_page: false });
});

test.each([
  ['/workflows/{id}/runs?page_size=2001'],
  ['/workflows/{id}/runs?page=0'],
  ['/workflows/{id}/runs?sort=newest'],
  ['/workflows/{id}/runs?start_date=2026-11-01'],
  ['/workflows/{id}/runs?status=done'],
  ['/workflows/?page_size=101'],
])('%s is refused', async (path) => {
  const [workflow = ''] = await workflowIds();
  const { status, body } = await ask(path.replace('{id}', workflow));
  expect(status).toBe(400);
  expect(body).toEqual({ error: 'Bad Request', message: expect.any(String), statusCode: 400 });
});

test('runs are found by their time, their status and their mark', async () => {
  const all = await runs();
  const from = '2026-11-17T12:00:00.000Z';
  const to = '2026-11-18T12:00:00.000Z';
  const within = all.filter((run) => {
    const time = textAt(run, 'timestamp') ?? '';
    return from <= time && time <= to;
  });
  expect(within.length).toBeGreaterThan(0);
  expect(await runs(`page_size=2000&start_date=${from}&end_date=${to}`)).toHaveLength(
    within.length,
  );
  const failed = all.filter((run) => at(run, 'status') === 'failed');
  expect(await runs('page_size=2000&status=failed')).toEqual(failed);
  const marked = all.filter((run) => at(run, 'annotation') === 'incorrect');
  expect(await runs('page_size=2000&annotation=incorrect')).toEqual(marked);
});

test('a run by itself names its workflow otherwise, and has none of its columns', async () => {
  const [workflow = ''] = await workflowIds();
  const [listed] = await data(`/workflows/${workflow}/runs`);
  const { body } = await ask(`/runs/${textAt(listed, 'id')}`);
  expect(at(listed, 'use_case_id')).toBe(workflow);
  expect(at(body, 'workflow_id')).toBe(workflow);
  expect(body).not.toHaveProperty('data');
});

describe('a call that was handed over', () => {
  test('has two legs, each with its recording and what was said', async () => {
    const ids = (await runs()).map((run) => textAt(run, 'id') ?? '');
    const lists = await Promise.all(ids.slice(0, 120).map((id) => data(`/runs/${id}/sessions`)));
    const legs = lists.find((list) => list.length === 2) ?? [];
    expect(at(legs[1], 'type')).toBe('transfer');
    const run = textAt(legs[0], 'run_id');
    const { body } = await ask(`/runs/${run}/recordings`);
    const recordings = listAt(body, 'recordings');
    expect(recordings.map((each) => at(each, 'session_id'))).toEqual(
      legs.map((leg) => at(leg, 'id')),
    );
    const sound = await fetch(textAt(recordings[1], 'url') ?? '');
    const seconds = Number(at(legs[1], 'duration'));
    expect(Number(sound.headers.get('content-length'))).toBeGreaterThan(seconds * 16_000);
    await sound.body?.cancel();
    const said = await data(`/sessions/${textAt(legs[1], 'id')}/messages`);
    expect(said.map((message) => at(message, 'role'))).toEqual(['event', 'human']);
  });
});

test('usage adds up', async () => {
  const id = await someRun((run) => Number(at(run, 'output_tokens')) > 500);
  const { body } = await ask(`/billing/usage/runs/${id}`);
  expect(body).toMatchObject({ run_id: id, unit: 'credits' });
  const parts = listAt(body, 'components').map((part) => Number(at(part, 'credits')));
  const sum = parts.reduce((total, part) => total + part, 0);
  expect(sum).toBeCloseTo(Number(at(body, 'total_credits')), 2);
});

const ASK_FIRST = 'It has to ask first.';

test('a mark stays, and opens an issue where it corrects', async () => {
  const id = await someRun(() => true);
  const mark = (body: object) =>
    ask(`/runs/${id}/mark`, { method: 'POST', body: JSON.stringify(body) });
  expect((await mark({ annotation: 'good' })).status).toBe(400);
  expect((await mark({ annotation: 'correct' })).body).not.toHaveProperty('issue_id');
  const { body } = await mark({ annotation: 'critical', correction: ASK_FIRST });
  expect(body).toMatchObject({ annotation: 'critical', issue_id: expect.any(String) });
  expect((await ask(`/runs/${id}`)).body).toMatchObject({ annotation: 'critical' });
  expect(await data(`/runs/${id}/flags`)).toEqual([
    { id: at(body, 'issue_id'), run_id: id, annotation: 'critical', correction: ASK_FIRST },
  ]);
});

test('runs come, go and come back, and faults strike', async () => {
  const [workflow = ''] = await workflowIds();
  const gone = await someRun((run) => at(run, 'use_case_id') === workflow);
  const odd = { id: 'odd-one', use_case_id: workflow, timestamp: '2026-11-18T18:00:00Z' };
  await control.insertRuns(odd);
  await control.removeRuns(gone);
  expect((await data(`/workflows/${workflow}/runs`))[0]).toEqual(odd);
  expect((await ask(`/runs/${gone}`)).status).toBe(404);
  await control.restoreCalls();
  expect(await runs()).toHaveLength(700);
  await control.setFaults({ kind: 'status', status: 503, match: { path: '/billing' } });
  expect((await fetch(`${upstream.url}/billing/usage/runs/${gone}`)).status).toBe(503);
});

test('audits are read by a cursor, and say which turns they mean', async () => {
  const [workflow = ''] = await workflowIds();
  const remarks = `/workflows/${workflow}/audits/remarks?grade=failed`;
  const all = await ask(remarks);
  const total = Number(at(all.body, 'total'));
  expect(total).toBeGreaterThan(2);
  const first = await ask(`${remarks}&limit=2`);
  const second = await ask(`${remarks}&limit=2&cursor=${at(first.body, 'next_cursor')}`);
  const read = [...listAt(first.body, 'data'), ...listAt(second.body, 'data')];
  expect(read).toEqual(listAt(all.body, 'data').slice(0, 4));
  for (const audit of read) expect(listAt(audit, 'message_ids')).toHaveLength(1);
  expect(await data(`/runs/${textAt(read[0], 'run_id')}/audits?grade=failed`)).toContainEqual(
    read[0],
  );
  expect((await ask(`${remarks}&limit=101`)).status).toBe(400);
});

test('whose key it is can be asked, by who has it', async () => {
  expect((await ask('/api-key/describe')).body).toMatchObject({ org_name: 'Northline Freight' });
  const refused = await fetch(`${upstream.url}/workflows/`);
  expect(refused.status).toBe(401);
});
