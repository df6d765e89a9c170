import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, BASE_PATH, createApi, type DemoMode, json, refusal } from './api/api';
import type { PagingParam } from './api/query';
import { createRequestLog } from './api/request-log';
import { packed, send } from './api/respond';
import { CONTROL_PATH, createControl } from './control/control-api';
import { createFaultList } from './control/faults';
import { injectFaults } from './control/inject-faults';
import { DEMO_CALL_COUNT, generateCalls } from './generate';
import { startLiveCalls } from './live';
import { createPlatformApi, PLATFORM_PATH } from './platform/api';
import { createPlatformStore } from './platform/store';
import { RECORDINGS_PATH } from './recordings/address';
import { createRecordings } from './recordings/recordings';
import { type CallStore, createCallStore } from './store';

export type DemoOptions = {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  seed?: string;
  /** Which of HappyRobot's products it speaks; default `calls`. */
  api?: DemoApi;
  /** The instant the data ends at, milliseconds since 1970; default: when the server starts. */
  now?: number;
  apiKey?: string;
  /** How many calls; default {@link DEMO_CALL_COUNT}. */
  calls?: number;
  /** Which parameter of the list is obeyed for skipping; default `skip`. */
  pagingParam?: PagingParam;
  /** Opens the switchboard for tests under `/__control/`; default false. */
  control?: boolean;
  /** Writes each call with fields that deviate from the documentation; default false. */
  odd?: boolean;
  /** Adds a call every 20 to 40 seconds; default false. */
  live?: boolean;
};

/** The classic calls API, or the platform with its workflows and runs. */
export type DemoApi = 'calls' | 'platform';

const BASE_PATHS: Record<DemoApi, string> = { calls: BASE_PATH, platform: PLATFORM_PATH };

export type DemoUpstream = {
  /** Base URL of the API, `http://127.0.0.1:4010/api/v1`. */
  url: string;
  port: number;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
};

const DEMO_API_KEY = 'demo-key';
export const DEMO_SEED = 'callscope';

const LARGEST_BODY = 64 * 1024;
const LARGEST_CONTROL_BODY = 64 * 1024 * 1024;

/** Starts a server that speaks one of HappyRobot's APIs over made-up calls; rejects when it cannot listen. */
export async function startDemoUpstream(options: DemoOptions = {}): Promise<DemoUpstream> {
  const { host = '127.0.0.1', seed = DEMO_SEED, now = Date.now(), api = 'calls' } = options;
  const count = options.calls ?? DEMO_CALL_COUNT;
  const store = createCallStore(generateCalls({ seed, now, count }));
  const server = createServer(createHandler(store, options));
  // Clients keep their connections; the default of five seconds makes them race with the server's close.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, host, listening);
  });
  const stopLiveCalls = options.live ? startLiveCalls(store, seed) : () => undefined;
  const { port } = addressOf(server.address());
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${BASE_PATHS[api]}`,
    port,
    close: () =>
      new Promise((closed) => {
        stopLiveCalls();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function createHandler(store: CallStore, options: DemoOptions) {
  const { apiKey = DEMO_API_KEY, pagingParam = 'skip', control = false } = options;
  const mode: DemoMode = { odd: options.odd ?? false };
  const recordings = createRecordings(store, Date.now);
  const basePath = BASE_PATHS[options.api ?? 'calls'];
  const platform = createPlatformStore(store);
  const api =
    options.api === 'platform'
      ? createPlatformApi({ calls: store, store: platform, apiKey, recordings })
      : createApi({ store, apiKey, pagingParam, clock: Date.now, mode, recordings });
  const faults = createFaultList();
  const log = createRequestLog(apiKey);
  const operate = createControl({ store, platform, faults, log, mode });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = parseUrl(request.url ?? '/', 'http://demo.invalid');
    const reply = async (answer: Answer) => send(response, await packed(answer, request));
    if (!url) return reply(refusal(400, 'Bad request'));
    if (url.pathname === '/health') return reply(json(200, '{"status":"ok"}'));
    if (control && url.pathname.startsWith(CONTROL_PATH)) {
      const body = await bodyOf(request, LARGEST_CONTROL_BODY);
      if (!body) return reply(refusal(413, 'The body is too large'));
      return reply(operate(method, url.pathname.slice(CONTROL_PATH.length), body));
    }
    const isSound = url.pathname.startsWith(RECORDINGS_PATH);
    if (!isSound && !url.pathname.startsWith(`${basePath}/`))
      return reply(refusal(404, 'Not found'));
    const fault = control ? faults.take({ method, url }) : undefined;
    if (control)
      log.follow(request, response, fault?.kind === 'reset' || fault?.kind === 'truncated');
    const body = await bodyOf(request, LARGEST_BODY);
    if (!body) return reply(refusal(413, 'The body is too large'));
    const { authorization, host = '' } = request.headers;
    const origin = `http://${host}`;
    const isOfSound = fault === undefined || fault.kind === 'reset' || fault.kind === 'slow_drip';
    if (isSound && isOfSound) return recordings.serve({ request, response, url }, fault);
    if (isSound && fault?.kind === 'delay') {
      await wait(fault.ms, undefined, { ref: false });
      return recordings.serve({ request, response, url });
    }
    if (fault?.kind === 'sound') {
      const [, id = ''] = /\/calls\/([^/]+)\/recording$/.exec(url.pathname) ?? [];
      return recordings.answerAs(fault, { id, origin }, { request, response });
    }
    let made: Answer | undefined;
    const answer = (change: (parameters: URLSearchParams) => void = () => undefined) => {
      const asked = new URL(url);
      change(asked.searchParams);
      made ??= api({ method, url: asked, authorization, body, origin });
      return made;
    };
    if (fault) return injectFaults(fault, { request, response, answer });
    return reply(answer());
  }

  return (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => {
      // A client that left in the middle of its body, or a defect: either way nothing more can be said.
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, headers: {}, body: Buffer.alloc(0) });
    });
  };
}

/** The whole body, or undefined when it is larger than allowed; then it is read to its end and dropped. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

function parseUrl(target: string, base: string): URL | undefined {
  try {
    return new URL(target, base);
  } catch {
    return undefined;
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address;
}
