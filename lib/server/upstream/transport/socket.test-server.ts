import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import type { Logger, UpstreamOptions } from './options';

export type Handler = (
  request: IncomingMessage & { url: string },
  response: ServerResponse,
  /** Which request this is, from 1. */
  number: number,
) => void;

/** A real server for one test; `requests` are the addresses asked for so far. It is gone when the test is. */
export async function serve(handler: Handler) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    handler(Object.assign(request, { url }), response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // Guarantee: a TCP server that listens has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return { requests, url: `http://127.0.0.1:${port}/api/v1`, server };
}

/** Every log record, written as JSON. */
export function recordingLog(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const write = (fields: object, message: string) => {
    lines.push(JSON.stringify({ ...fields, message }));
  };
  return { lines, debug: write, info: write, warn: write };
}

/** A client that does not dawdle between its attempts. It is closed when the test is done. */
export function connect(baseUrl: string, options: Partial<UpstreamOptions> = {}) {
  const upstream = createUpstream({
    baseUrl,
    apiKey: 'key-of-the-tests',
    log: recordingLog(),
    ...options,
    retry: { firstBackoffMs: 1, maxBackoffMs: 2, ...options.retry },
  });
  onTestFinished(() => upstream.close());
  return upstream;
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A call with nothing but what is required; `n` makes its id. */
export function aCall(n = 1, fields: object = {}) {
  const id = n.toString(16).padStart(24, '0');
  return { id, type: 'Inbound', status: 'Completed', created: '2026-11-01T00:00:00Z', ...fields };
}

/** An answer to `GET /calls` that honours `skip`. */
export function aPage(url: string, calls: unknown[] = [aCall()]) {
  const parameters = new URL(url, 'http://upstream').searchParams;
  return {
    calls,
    count: 12_993,
    limit: Number(parameters.get('limit')),
    offset: Number(parameters.get('skip') ?? 0),
  };
}

export type ListManners = {
  /** The name under which calls are skipped; null: under none. */
  skips: 'skip' | 'offset' | null;
  /** What is said of it; undefined: nothing. */
  echo: (offset: number) => number | undefined;
  /** No page is larger; what is asked for beyond is refused, or cut short. */
  largest: number;
  beyond: 'refused' | 'cut' | 'cut without a word';
};

/** A list of `total` calls from a server with manners of its own. */
export function serveList(total: number, given: Partial<ListManners> = {}) {
  const manners: ListManners = {
    skips: 'skip',
    echo: (offset) => offset,
    largest: 2_000,
    beyond: 'cut',
    ...given,
  };
  const calls = Array.from({ length: total }, (_, n) => aCall(n + 1));
  return serve((request, response) => {
    const { skips, echo, largest, beyond } = manners;
    const parameters = new URL(request.url, 'http://upstream').searchParams;
    const offset = Number((skips && parameters.get(skips)) ?? 0);
    const asked = Number(parameters.get('limit'));
    if (asked > largest && beyond === 'refused')
      return json(response, 400, { message: `limit must be at most ${largest}` });
    const limit = Math.min(asked, largest);
    json(response, 200, {
      calls: calls.slice(offset, offset + limit),
      count: total,
      ...(beyond !== 'cut without a word' && { limit }),
      offset: echo(offset),
    });
  });
}

/** A promise and how to fulfil it. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
