import { describe, expect, test } from 'vitest';
import { aPage, connect, json, serve } from './socket.test-server';

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

  test('neither is an error, after one request each', async () => {
    const { url, requests } = await honouring(() => []);
    const upstream = connect(url);
    await expect(upstream.listCalls({ offset: 50 })).rejects.toMatchObject({
      code: 'upstream_ignores_paging',
    });
    expect(namesIn(requests)).toEqual(['skip', 'offset']);
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

  test('a missing echo is wrong, unless the first page was asked for', async () => {
    const { url, requests } = await serve((request, response) => {
      json(response, 200, { ...aPage(request.url), offset: undefined, limit: undefined });
    });
    const upstream = connect(url);
    expect(await upstream.listCalls({ limit: 10 })).toMatchObject({ offset: 0, limit: 10 });
    expect(namesIn(requests)).toEqual(['none']);
    await expect(upstream.listCalls({ offset: 1 })).rejects.toMatchObject({
      code: 'upstream_ignores_paging',
    });
  });
});
