import { type APIRequestContext, expect } from '@playwright/test';
import { test } from '@/e2e/support/fixtures';
import { MAYA, SAME_ORIGIN, TOM, withFields, writes } from '@/e2e/support/reviewing';

const BY = { ...SAME_ORIGIN, 'x-reviewer-email': MAYA };
const NOTE = 'cccccccccccccccccccccc01';

const post = (request: APIRequestContext, id: string, data: unknown, headers: object = BY) =>
  request.post(`/api/calls/${id}/notes`, { data, headers: { ...headers } });

test('what is no valid write is refused and never reaches the upstream', async ({
  request,
  demoCalls,
  upstream,
}) => {
  const { id } = await withFields(upstream, demoCalls[0], { notes: [] });
  const json = { ...BY, 'content-type': 'application/json' };
  const answers = {
    invalid_request: [
      await post(request, id, {}),
      await post(request, id, { content: '  ' }),
      await post(request, id, { content: 'x'.repeat(10_001) }),
      await post(request, id, { content: 'x'.repeat(70_000) }),
      await post(request, id, '{"content":', json),
      await request.post(`/api/calls/${id}/notes`, { form: { content: 'x' }, headers: BY }),
      await request.post(`/api/calls/${id}/notes?type=Inbound`, {
        data: { content: 'x' },
        headers: BY,
      }),
      await request.patch(`/api/calls/${id}/ratings`, {
        data: { emoji: '👍', operation: 'add' },
        headers: BY,
      }),
    ],
    reviewer_required: [
      await post(request, id, { content: 'x' }, SAME_ORIGIN),
      await post(request, id, { content: 'x' }, { ...BY, 'x-reviewer-email': 'nobody' }),
      await request.delete(`/api/calls/${id}/notes/${NOTE}`, { headers: SAME_ORIGIN }),
      await request.patch(`/api/calls/${id}/viewed`, { headers: SAME_ORIGIN }),
    ],
  };
  for (const [code, all] of Object.entries(answers))
    for (const answer of all) {
      expect(answer.status()).toBe(400);
      expect(answer.headers()['content-type']).toContain('application/problem+json');
      expect(await answer.json()).toMatchObject({ code });
    }
  expect(await writes(upstream)).toEqual([]);
});

test('unknown calls and notes are a 404, notes of others a 403, changed ones a 409', async ({
  request,
  demoCalls,
  upstream,
}) => {
  const note = { id: NOTE, user_id: TOM, content: 'by Tom', flagged: false };
  const { id } = await withFields(upstream, demoCalls[0], { notes: [note] });
  const path = `/api/calls/${id}/notes`;
  const change = { content: 'mine', flagged: false };
  for (const unknown of ['000000000000000000000000', '%2e%2e', 'a%2Fb'])
    expect((await post(request, unknown, { content: 'x' })).status()).toBe(404);
  const none = await request.patch(`${path}/none`, { data: change, headers: BY });
  expect(none.status()).toBe(404);
  const others = await request.patch(`${path}/${NOTE}`, { data: change, headers: BY });
  expect(others.status()).toBe(403);
  const asTom = { ...BY, 'x-reviewer-email': TOM };
  const seen = { content: 'before', flagged: false };
  const changed = await request.patch(`${path}/${NOTE}`, {
    data: { ...change, seen },
    headers: asTom,
  });
  expect(changed.status()).toBe(409);
  expect(await changed.json()).toMatchObject({ code: 'note_changed' });
  expect(await writes(upstream)).toEqual([]);
  const done = await request.patch(`${path}/${NOTE}`, { data: change, headers: asTom });
  expect(done.headers()['cache-control']).toBe('no-store');
  expect(await done.json()).toMatchObject({ id, notes: [{ ...note, content: 'mine' }] });
});

test('what was written is in the index at once', async ({ request, demoCalls, upstream }) => {
  const { id } = await withFields(upstream, demoCalls[0], { ratings: [], notes: [] });
  const rating = { emoji: '🚨', operation: 'add' };
  await request.patch(`/api/calls/${id}/ratings`, { data: rating, headers: BY });
  await post(request, id, { content: 'seen', flagged: true });
  const found = await request.get('/api/calls?ratings=🚨&flagged=true&not_tags=none');
  const { calls, meta } = await found.json();
  expect(meta.source).toBe('index');
  expect(calls.map((call: { id: string }) => call.id)).toContain(id);
});
