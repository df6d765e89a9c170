import { describe, expect, test } from 'vitest';
import type { Ways } from '@/lib/server/upstream/transport/options';
import {
  aCall,
  connect,
  json,
  serve,
  serveList,
} from '@/lib/server/upstream/transport/socket.test-server';

const limitsIn = (requests: string[]) =>
  requests.map((url) => Number(/[?&]limit=(\d+)/.exec(url)?.[1]));

describe('a page that is larger than HappyRobot gives', () => {
  test.each([100, 250, 60, 10])(
    'at most %i, refused beyond: is put together of smaller ones',
    async (largest) => {
      const { url, requests } = await serveList(450, { largest, beyond: 'refused' });
      const upstream = connect(url);
      const page = await upstream.listCalls({ limit: 400, offset: 20 });
      expect(page).toMatchObject({ limit: 400, offset: 20, count: 450 });
      expect(page.calls.map(({ id }) => Number.parseInt(id, 16))).toEqual(
        Array.from({ length: 400 }, (_, n) => n + 21),
      );
      const asked = requests.length;
      expect((await upstream.listCalls({ limit: 400 })).calls).toHaveLength(400);
      // What was learned is not tried again.
      expect(Math.max(...limitsIn(requests.slice(asked)))).toBeLessThanOrEqual(largest);
    },
  );

  test.each(['cut', 'cut without a word'] as const)('%s: is put together too', async (beyond) => {
    const { url } = await serveList(250, { largest: 100, beyond });
    const page = await connect(url).listCalls({ limit: 2_000 });
    expect(page).toMatchObject({ limit: 2_000, offset: 0, count: 250 });
    expect(new Set(page.calls.map(({ id }) => id)).size).toBe(250);
  });

  test('where no second page can be had, the answer says how far it goes', async () => {
    const { url } = await serveList(250, { largest: 100, skips: null });
    expect(await connect(url).listCalls({ limit: 200 })).toMatchObject({ limit: 100, count: 250 });
  });

  test.each([
    ['always its first page', (offset: number) => (offset < 1_000 ? 0 : offset)],
    ['its last page again beyond its end', (offset: number) => Math.min(offset, 150)],
  ])('%s: nobody asks for it for ever', async (_, from) => {
    const { url, requests } = await serve((request, response) => {
      const offset = Number(new URL(request.url, url).searchParams.get('skip') ?? 0);
      const calls = Array.from({ length: 100 }, (__, n) => aCall(from(offset) + n + 1));
      json(response, 200, { calls, count: 5_000, limit: 100, offset });
    });
    const page = await connect(url).listCalls({ limit: 300 });
    expect(page.calls.length).toBeLessThan(300);
    expect(page.limit).toBe(page.calls.length);
    expect(requests.length).toBeLessThan(8);
  });

  test('a first page that calls itself the second is not shown as one', async () => {
    const { url } = await serveList(250, { skips: null });
    const upstream = connect(url);
    await upstream.listCalls({ limit: 50 });
    const ignoring = { code: 'upstream_ignores_paging' };
    await expect(upstream.listCalls({ limit: 50, offset: 50 })).rejects.toMatchObject(ignoring);
    await expect(upstream.listCalls({ limit: 20, offset: 50 })).rejects.toMatchObject(ignoring);
  });

  test('what was learned is told, and what is remembered is asked at once', async () => {
    const { url, requests } = await serveList(450, {
      largest: 100,
      beyond: 'refused',
      skips: 'offset',
    });
    const memory: ReturnType<Ways['known']> = { paging: null, max_limit: null };
    const ways: Ways = {
      known: () => memory,
      learned: (found) => void Object.assign(memory, found),
    };
    await connect(url, { ways }).listCalls({ limit: 200, offset: 50 });
    expect(memory).toEqual({ paging: 'offset', max_limit: 100 });
    const asked = requests.length;
    await connect(url, { ways }).listCalls({ limit: 100, offset: 50 });
    expect(requests.slice(asked).map((path) => /[?&](skip|offset)=50/.exec(path)?.[1])).toEqual([
      'offset',
    ]);
  });

  test('in the background it comes as it is: who reads everything goes on from there', async () => {
    const { url, requests } = await serveList(250, { largest: 100, beyond: 'refused' });
    const upstream = connect(url);
    const behind = { whole: true, background: true };
    expect((await upstream.listCalls({ limit: 2_000 }, behind)).calls).toHaveLength(100);
    expect(limitsIn(requests)).toEqual([2_000, 10, 1_000, 500, 250, 200, 100]);
  });

  test('what is refused for another reason is refused, after one more question', async () => {
    const { url, requests } = await serve((_, response) =>
      json(response, 400, { message: 'search is too short' }),
    );
    await expect(connect(url).listCalls({ search: 'a' })).rejects.toMatchObject({
      code: 'upstream_rejected',
      message: expect.stringContaining('search is too short'),
    });
    expect(limitsIn(requests)).toEqual([50, 10]);
  });
});
