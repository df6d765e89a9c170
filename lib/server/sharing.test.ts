import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import {
  aCall,
  aPage,
  connect,
  deferred,
  json,
  serve,
} from '@/lib/server/upstream/transport/socket.test-server';

/** A server that holds its answers back; `arrived` and `gone` settle with the first request's fate. */
async function holding() {
  const arrived = deferred<{ url: string; response: ServerResponse }>();
  const gone = deferred<void>();
  const { url, requests } = await serve((request, response, number) => {
    if (number > 1) return json(response, 200, aPage(request.url));
    response.on('close', () => gone.resolve());
    arrived.resolve({ url: request.url, response });
  });
  const answer = async () => {
    const held = await arrived.promise;
    json(held.response, 200, aPage(held.url));
  };
  return { url, requests, arrived: arrived.promise, gone: gone.promise, answer };
}

const aborted = expect.objectContaining({ name: 'AbortError' });

describe('identical requests in flight', () => {
  test('are one, however the query is written', async () => {
    const { url, requests, answer } = await holding();
    const upstream = connect(url);
    const one = upstream.listCalls({ tags: ['a', 'b'], type: 'Inbound' });
    const two = upstream.listCalls({ type: 'Inbound', tags: ['a', 'b'], limit: 50, offset: 0 });
    await answer();
    expect(await one).toEqual(await two);
    expect(requests).toHaveLength(1);
  });

  test('of another page are another request, and so is one that comes later', async () => {
    const { url, requests, answer } = await holding();
    const upstream = connect(url);
    const one = upstream.listCalls({});
    const two = upstream.listCalls({ limit: 25 });
    await answer();
    await Promise.all([one, two]);
    await upstream.listCalls({});
    expect(requests).toHaveLength(3);
  });

  test('one caller leaves at once, the other gets the answer', async () => {
    const { url, requests, arrived, answer } = await holding();
    const upstream = connect(url);
    const leave = new AbortController();
    const one = upstream.listCalls({}, { signal: leave.signal });
    const two = upstream.listCalls({});
    await arrived;
    leave.abort(new Error('some reason of the caller'));
    await expect(one).rejects.toEqual(aborted);
    await answer();
    expect(await two).toMatchObject({ count: 12_993 });
    expect(requests).toHaveLength(1);
  });

  test('the last one who leaves ends the request on the wire, and the next starts afresh', async () => {
    const { url, requests, arrived, gone } = await holding();
    const upstream = connect(url);
    const [first, second] = [new AbortController(), new AbortController()];
    const one = upstream.listCalls({}, { signal: first.signal });
    const two = upstream.listCalls({}, { signal: second.signal });
    await arrived;
    first.abort();
    second.abort();
    await expect(one).rejects.toEqual(aborted);
    await expect(two).rejects.toEqual(aborted);
    const three = upstream.listCalls({});
    await gone;
    expect(await three).toMatchObject({ count: 12_993 });
    expect(requests).toHaveLength(2);
  });

  test('who has left before asking asks nothing', async () => {
    const { url, requests } = await holding();
    const asked = connect(url).listCalls({}, { signal: AbortSignal.abort() });
    await expect(asked).rejects.toEqual(aborted);
    expect(requests).toHaveLength(0);
  });

  test('an abort while the body arrives reaches the socket', async () => {
    const closed = deferred<void>();
    const started = deferred<void>();
    const { url } = await serve((request, response) => {
      request.socket.on('close', () => closed.resolve());
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{', () => started.resolve());
    });
    const leave = new AbortController();
    const asked = connect(url).getCall(aCall().id, { signal: leave.signal });
    await started.promise;
    leave.abort();
    await expect(asked).rejects.toEqual(aborted);
    await closed.promise;
  });

  test('closing ends what is under way and what comes after', async () => {
    const { url, arrived, gone } = await holding();
    const upstream = connect(url);
    const asked = upstream.listCalls({});
    await arrived;
    const refused = expect(asked).rejects.toEqual(aborted);
    await upstream.close();
    await refused;
    await gone;
    await expect(upstream.getCall(aCall().id)).rejects.toEqual(aborted);
  });
});
