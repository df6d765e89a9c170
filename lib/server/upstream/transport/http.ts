import { Agent, type Dispatcher, request } from 'undici';
import { abortError } from '@/lib/server/abort';
import { CallscopeError } from '@/lib/server/errors';
import { isLoopback } from '@/lib/server/loopback';
import { Failure, type Subject, transportFailure } from '@/lib/server/upstream/port/failures';
import type { ProbeAnswer } from '@/lib/server/upstream/port/upstream';
import type { Operation } from './abort';
import { readAnswer } from './answer';
import { createKeyGuard, type KeyGuard } from './key-guard';
import type { UpstreamSettings } from './options';
import { readProbe } from './probe';
import type { UpstreamRequest } from './upstream-request';

/** One attempt at a time, without retries: HTTP made into a JSON object or a {@link Failure}. */
export interface Http {
  /** @throws an `AbortError` when the operation was aborted; everything else is returned. */
  send(asked: UpstreamRequest, operation: Operation): Promise<Record<string, unknown> | Failure>;
  /** The same for an answer that is looked at whatever its status. */
  probe(asked: UpstreamRequest, operation: Operation): Promise<ProbeAnswer | Failure>;
  /**
   * The same for an answer that `read` makes something of, whatever its status. It must read the body, destroy it or
   * hand it on.
   */
  open<T>(asked: UpstreamRequest, operation: Operation, read: OpenReader<T>): Promise<T | Failure>;
  close(): Promise<void>;
}

/** What is asked for sound: the answer to `recording` can be the sound itself. */
const SOUND: readonly Subject[] = ['recording', 'sound'];

type OpenReader<T> = (response: Dispatcher.ResponseData, guard: KeyGuard) => Promise<T | Failure>;

type Reader<T> = (response: Dispatcher.ResponseData) => Promise<T>;

export function createHttp(settings: UpstreamSettings): Http {
  const { timeouts, log, watch } = settings;
  const guard = createKeyGuard(settings.apiKey);
  const headers = requestHeaders(settings);
  const agent = new Agent({
    connect: { timeout: timeouts.connectMs },
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
    connections: settings.concurrency,
  });
  // Sound goes on for as long as somebody listens: it must not take the connections that questions need.
  const soundAgent = new Agent({
    connect: { timeout: timeouts.connectMs },
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
  });

  async function exchange<T>(asked: UpstreamRequest, { signal }: Operation, read: Reader<T>) {
    if (signal.aborted) throw abortError();
    try {
      const url = addressOf(settings.baseUrl, asked);
      const response = await request(url, {
        dispatcher: SOUND.includes(asked.subject) ? soundAgent : agent,
        signal,
        method: asked.method ?? 'GET',
        ...contentOf(asked, headers),
      });
      return await read(response);
    } catch (error) {
      if (!signal.aborted) return transportFailure(error);
      // An upstream that outlasts the whole operation is unwell; a caller who left says nothing about it.
      if (signal.reason instanceof CallscopeError)
        return new Failure(signal.reason, { unhealthy: true });
      throw abortError();
    }
  }

  async function measured<T>(asked: UpstreamRequest, operation: Operation, read: Reader<T>) {
    const started = performance.now();
    const answer = await exchange(asked, operation, read);
    const ms = Math.round(performance.now() - started);
    const outcome = answer instanceof Failure ? describe(answer) : undefined;
    watch?.asked({ subject: asked.subject, code: outcome?.code, ms });
    log.debug({ subject: asked.subject, ms, ...outcome }, 'upstream was asked');
    return { answer, ms };
  }

  return {
    async send(asked, operation) {
      const read = (response: Dispatcher.ResponseData) => readAnswer(asked, response, guard);
      return (await measured(asked, operation, read)).answer;
    },
    async probe(asked, operation) {
      const read = (response: Dispatcher.ResponseData) => readProbe(response, guard);
      const { answer, ms } = await measured(asked, operation, read);
      return answer instanceof Failure ? answer : { ...answer, ms };
    },
    async open(asked, operation, read) {
      return (await measured(asked, operation, (response) => read(response, guard))).answer;
    },
    async close() {
      await Promise.all([agent.destroy(), soundAgent.destroy()]);
    },
  };
}

function requestHeaders(settings: UpstreamSettings): Record<string, string> {
  const { baseUrl, apiKey, organizationId, userAgent } = settings;
  return {
    accept: 'application/json',
    'accept-encoding': wantedEncoding(baseUrl),
    authorization: `Bearer ${apiKey}`,
    'user-agent': userAgent,
    ...(organizationId === undefined ? {} : { 'x-organization-id': organizationId }),
  };
}

/** Packing spares the network; within this machine it only costs both sides time. */
export function wantedEncoding(baseUrl: string): 'gzip' | 'identity' {
  return isLoopback(new URL(baseUrl).hostname) ? 'identity' : 'gzip';
}

function contentOf({ body, headers: own }: UpstreamRequest, usual: Record<string, string>) {
  const headers = { ...usual, ...own };
  if (body === undefined) return { headers };
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function addressOf(baseUrl: string, { path, parameters }: UpstreamRequest): URL {
  const url = new URL(baseUrl + path);
  // A plus sign for a space is a convention of forms that not every server follows in addresses.
  url.search = parameters?.toString().replaceAll('+', '%20') ?? '';
  return url;
}

/** What the log says about a failure: codes only, nothing that was sent or received. */
function describe({ error }: Failure) {
  const { cause } = error;
  return { code: error.code, cause: cause instanceof Error ? cause.message : undefined };
}
