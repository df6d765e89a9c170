import { describe, expect, test } from 'vitest';
import {
  aCall,
  aPage,
  connect,
  json,
  serve,
  serveList,
} from '@/lib/server/upstream/transport/socket.test-server';

/** A server that honours only the named parameters. */
const honouring = (names: () => string[]) =>
  serve((request, response) => {
    const parameters = new URL(request.url, 'http://upstream').searchParams;
    const name = names().find((candidate) => parameters.has(candidate));
    const offset = Number(name === undefined ? 0 : parameters.get(name));
    json(response, 200, { ...aPage(request.url), offset });
  });

/** Under which names the offset was asked for, request by request. */
const namesIn = (requests: string[]) =>
  requests.map((url) => /[?&](skip|offset)=/.exec(url)?.[1] ?? 'none');

describe('the echo of the offset', () => {
  test('skip that works is asked for once', async () => {
    const { url, requests } = await honouring(() => ['skip']);
    const upstream = connect(url);
    expect(await upstream.listCalls({ offset: 50 })).toMatchObject({ offset: 50, count: 12_993 });
    expect(namesIn(requests)).toEqual(['skip']);
  });

  test('offset is tried when skip is ignored, and remembered', async () => {
    const { url, requests } = await honouring(() => ['offset']);
    const upstream = connect(url);
    expect(await upstream.listCalls({ offset: 50 })).toMatchObject({ offset: 50 });
    expect(await upstream.listCalls({ offset: 100 })).toMatchObject({ offset: 100 });
    expect(namesIn(requests)).toEqual(['skip', 'offset', 'offset']);
  });

  test('what was remembered and stops working is given up for the other', async () => {
    let names = ['offset'];
    const { url, requests } = await honouring(() => names);
    const upstream = connect(url);
    await upstream.listCalls({ offset: 50 });
    names = ['skip'];
    await upstream.listCalls({ offset: 100 });
    await upstream.listCalls({ offset: 150 });
    expect(namesIn(requests)).toEqual(['skip', 'offset', 'offset', 'skip', 'skip']);
  });

  test('neither is an error, after one request each and a look at the first page', async () => {
    const { url, requests } = await honouring(() => []);
    const upstream = connect(url);
    await expect(upstream.listCalls({ offset: 50 })).rejects.toMatchObject({
      code: 'upstream_ignores_paging',
    });
    expect(namesIn(requests)).toEqual(['skip', 'offset', 'none']);
  });

  test('a first page that says it is another one is an error, after one request', async () => {
    const { url, requests } = await serve((request, response) => {
      json(response, 200, { ...aPage(request.url), offset: 1 });
    });
    await expect(connect(url).listCalls({})).rejects.toMatchObject({
      code: 'upstream_ignores_paging',
    });
    expect(namesIn(requests)).toEqual(['none']);
  });

  test('that is missing on the first page says nothing', async () => {
    const { url, requests } = await serve((request, response) => {
      json(response, 200, { ...aPage(request.url), count: 1, offset: undefined, limit: undefined });
    });
    expect(await connect(url).listCalls({ limit: 10 })).toMatchObject({ offset: 0, limit: 10 });
    expect(namesIn(requests)).toEqual(['none']);
  });
});

describe('a name that is refused', () => {
  const knowing = (names: readonly string[], echo = true) =>
    serve((request, response) => {
      const parameters = new URL(request.url, 'http://upstream').searchParams;
      const unknown = ['skip', 'offset'].find(
        (name) => parameters.has(name) && !names.includes(name),
      );
      if (unknown !== undefined) return json(response, 400, { message: `${unknown} is unknown` });
      const [limit, offset] = [
        Number(parameters.get('limit')),
        Number(parameters.get(names[0] ?? '')),
      ];
      const calls = Array.from({ length: 90 }, (_, n) => aCall(n + 1));
      const page = calls.slice(offset, offset + limit);
      json(response, 200, { calls: page, count: 90, ...(echo && { offset }) });
    });

  test.each(['skip', 'offset'])('is given up for %s, which is remembered', async (name) => {
    const { url, requests } = await knowing([name]);
    const upstream = connect(url, {
      ways: {
        known: () => ({ paging: name === 'skip' ? 'offset' : 'skip', max_limit: null }),
        learned: () => undefined,
      },
    });
    const page = await upstream.listCalls({ offset: 20, limit: 20 });
    expect(page).toMatchObject({ offset: 20, count: 90 });
    expect(page.calls[0]).toMatchObject({ id: aCall(21).id });
    await upstream.listCalls({ offset: 40, limit: 20 });
    expect(namesIn(requests)).toEqual([name === 'skip' ? 'offset' : 'skip', name, name]);
  });

  test.each(['skip', 'offset'])('does not speak against %s without an echo', async (name) => {
    const { url } = await knowing([name], false);
    const page = await connect(url).listCalls({ offset: 20, limit: 20 });
    expect(page.calls[0]).toMatchObject({ id: aCall(21).id });
  });

  test('as the other is, too: the first refusal is told, after one request each', async () => {
    const { url, requests } = await knowing([]);
    await expect(connect(url).listCalls({ offset: 20, limit: 10 })).rejects.toMatchObject({
      code: 'upstream_rejected',
      message: expect.stringContaining('skip is unknown'),
    });
    expect(namesIn(requests)).toEqual(['skip', 'offset']);
  });

  test('on the first page there is no other to try', async () => {
    const { url, requests } = await serve((_, response) => json(response, 400, { message: 'no' }));
    await expect(connect(url).listCalls({ limit: 10 })).rejects.toMatchObject({
      code: 'upstream_rejected',
    });
    expect(requests).toHaveLength(1);
  });
});

describe('without an echo', () => {
  const silent = { echo: () => undefined };
  const firstOf = ({ calls }: { calls: { id: string }[] }) =>
    Number.parseInt(calls[0]?.id ?? '', 16);

  test.each(['skip', 'offset'] as const)('%s shows that it works by the calls', async (skips) => {
    const { url, requests } = await serveList(300, { ...silent, skips });
    const upstream = connect(url);
    expect(firstOf(await upstream.listCalls({ offset: 50 }))).toBe(51);
    const asked = requests.length;
    expect(firstOf(await upstream.listCalls({ offset: 100 }))).toBe(101);
    expect(firstOf(await upstream.listCalls({ offset: 299 }))).toBe(300);
    expect(namesIn(requests.slice(asked))).toEqual([skips, skips]);
    expect((await upstream.listCalls({ offset: 300 })).calls).toEqual([]);
  });

  test('neither works: an error, and never the first page again', async () => {
    const { url, requests } = await serveList(300, { ...silent, skips: null });
    await expect(connect(url).listCalls({ offset: 50 })).rejects.toMatchObject({
      code: 'upstream_ignores_paging',
    });
    expect(requests.length).toBeLessThanOrEqual(10);
  });

  test('a call that arrives while a name is tried does not speak against it', async () => {
    const calls = Array.from({ length: 90 }, (_, n) => aCall(n + 100));
    const { url } = await serve((request, response, number) => {
      if (number === 3) calls.unshift(aCall(1));
      const parameters = new URL(request.url, 'http://upstream').searchParams;
      const [skip, limit] = [Number(parameters.get('skip') ?? 0), Number(parameters.get('limit'))];
      json(response, 200, { calls: calls.slice(skip, skip + limit), count: calls.length });
    });
    expect(firstOf(await connect(url).listCalls({ offset: 50 }))).toBe(150);
  });

  test('a list of nothing has no second page', async () => {
    const { url } = await serveList(0, silent);
    expect(await connect(url).listCalls({ offset: 50 })).toMatchObject({ calls: [], count: 0 });
  });

  test('one call and nothing after it is no contradiction', async () => {
    const { url } = await serveList(1, silent);
    expect((await connect(url).listCalls({ offset: 50 })).calls).toEqual([]);
  });
});

describe('with an echo that is always wrong', () => {
  test('the calls tell', async () => {
    const { url } = await serveList(300, { echo: () => 0, skips: 'offset' });
    const page = await connect(url).listCalls({ offset: 70, limit: 5 });
    expect(page).toMatchObject({ offset: 70, limit: 5 });
    expect(page.calls[0]).toMatchObject({ id: aCall(71).id });
  });

  test('a name that counts in pages is none', async () => {
    const calls = Array.from({ length: 90 }, (_, n) => aCall(n + 1));
    const { url } = await serve((request, response) => {
      const parameters = new URL(request.url, 'http://upstream').searchParams;
      const limit = Number(parameters.get('limit'));
      const start = Number(parameters.get('offset') ?? 0) * limit;
      json(response, 200, { calls: calls.slice(start, start + limit), count: 90 });
    });
    await expect(connect(url).listCalls({ offset: 5, limit: 10 })).rejects.toMatchObject({
      code: 'upstream_ignores_paging',
    });
  });
});
