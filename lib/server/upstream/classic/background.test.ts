import { expect, test } from 'vitest';
import {
  aCall,
  aPage,
  connect,
  deferred,
  json,
  serve,
} from '@/lib/server/upstream/transport/socket.test-server';

const behind = { whole: true, background: true };
const useCase = {
  id: 'u',
  model: 'gpt-4o',
  prompt: { text: 'Hello' },
  hooks: [{ headers: { a: 'b' } }],
};

test('whole calls have their use case whole, but for its secrets; others wait for answers of their own', async () => {
  const { url, requests } = await serve((request, response) =>
    json(response, 200, aPage(request.url, [aCall(1, { use_case: useCase, mood: 'fine' })])),
  );
  const upstream = connect(url);
  const [row, whole] = await Promise.all([
    upstream.listCalls({}),
    upstream.listCalls({}, { whole: true }),
  ]);
  expect(row.calls[0]?.use_case).toEqual({ id: 'u', model: 'gpt-4o' });
  const { hooks: _, ...rest } = useCase;
  expect(whole.calls).toEqual([aCall(1, { use_case: rest, mood: 'fine' })]);
  expect(requests).toHaveLength(2);
});

test('what people wait for is counted, what is asked in the background is not', async () => {
  const held = deferred<() => void>();
  const { url } = await serve((request, response) =>
    held.resolve(() => json(response, 200, aPage(request.url))),
  );
  const upstream = connect(url);
  const asked = upstream.listCalls({});
  expect(upstream.pending()).toBe(1);
  (await held.promise)();
  await asked;
  expect(upstream.pending()).toBe(0);
  const { url: broken } = await serve((_, response) => json(response, 404, {}));
  const other = connect(broken);
  const one = other.getCall(aCall().id);
  expect(other.pending()).toBe(1);
  await expect(one).rejects.toThrow();
  const list = other.listCalls({}, behind);
  expect(other.pending()).toBe(0);
  await expect(list).rejects.toThrow();
});

test('in the background nothing is repeated, and no failure opens the breaker', async () => {
  let isDown = true;
  const { url, requests } = await serve((request, response) =>
    isDown ? json(response, 503, {}) : json(response, 200, aPage(request.url)),
  );
  const upstream = connect(url, { breaker: { failures: 2, halfOpenAfterMs: 60_000 } });
  for (let times = 0; times < 5; times += 1) {
    await expect(upstream.listCalls({}, behind)).rejects.toMatchObject({ code: 'upstream_failed' });
  }
  expect(requests).toHaveLength(5);
  isDown = false;
  expect(await upstream.listCalls({})).toMatchObject({ count: 12_993 });
});

test('the background heeds a breaker that people found open, and may find out that it can close', async () => {
  let isDown = true;
  const { url, requests } = await serve((request, response) =>
    isDown ? json(response, 503, {}) : json(response, 200, aPage(request.url)),
  );
  const upstream = connect(url, { breaker: { failures: 2, halfOpenAfterMs: 50 } });
  await expect(upstream.listCalls({})).rejects.toThrow();
  const before = requests.length;
  await expect(upstream.listCalls({}, behind)).rejects.toMatchObject({
    code: 'upstream_unreachable',
  });
  expect(requests).toHaveLength(before);
  isDown = false;
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(await upstream.listCalls({}, behind)).toMatchObject({ count: 12_993 });
  expect(await upstream.listCalls({})).toMatchObject({ count: 12_993 });
});
