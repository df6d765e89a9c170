import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createUpstream } from './happyrobot';
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

/** A promise and how to fulfil it. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
