import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import * as z from 'zod';
import { type Answer, refusal } from '@/lib/demo/api/api';
import { encoded, packed, send, wire } from '@/lib/demo/api/respond';
import { at, textAt } from '@/lib/demo/json';
import { reshaped } from '@/lib/demo/odd/reshape';
import type { Fault } from './faults';

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  /** The right answer; what the request asks for is done when it is first called, and only then. */
  answer: (change?: (parameters: URLSearchParams) => void) => Answer;
};

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Answers as the fault says. */
export async function injectFaults(fault: Fault, exchange: Exchange): Promise<void> {
  const { request, response, answer } = exchange;
  if (fault.written) answer();
  switch (fault.kind) {
    case 'status':
      return send(response, wire(fault.status, statusHeaders(fault), statusBody(fault)));
    case 'delay':
      await wait(fault.ms, undefined, { ref: false });
      return send(response, await packed(answer(), request));
    case 'hang':
      return;
    case 'reset':
      return reset(exchange, fault.afterBytes);
    case 'truncated':
      return truncated(exchange, fault.contentLength === 'too long');
    case 'html':
      return send(
        response,
        wire(200, { 'content-type': 'text/html' }, '<!doctype html><h1>Maintenance</h1>'),
      );
    case 'invalid_json':
      return send(response, wire(200, JSON_TYPE, '{"calls": [{"id": undefined}], count: NaN}'));
    case 'redirect':
      return send(response, wire(302, { location: fault.location }, ''));
    case 'wrong_echo':
      return rewritten(exchange, (list) => ({ ...list, offset: fault.offset ?? list.offset + 1 }));
    case 'empty':
      return rewritten(exchange, (list) => ({ ...list, calls: [], count: 0 }));
    case 'bad_record':
      return rewritten(exchange, (list) => ({
        ...list,
        calls: list.calls.map((record, index) =>
          index === fault.index ? (fault.record ?? spoiled(record)) : record,
        ),
      }));
    case 'bad_records':
      return rewritten(exchange, (list) => ({ ...list, calls: list.calls.map(spoiled) }));
    case 'duplicate':
      return rewritten(exchange, (list) => ({
        ...list,
        calls: list.calls.map((record, index) => (index === 1 ? list.calls[0] : record)),
      }));
    case 'padded':
      return rewritten(exchange, (list) => ({
        ...list,
        calls: list.calls.map((record) => padded(record, fault.bytes / list.calls.length)),
      }));
    case 'skewed':
      response.setHeader('date', new Date(Date.now() + fault.ms).toUTCString());
      return rewritten(exchange, (list) => ({
        ...list,
        calls: list.calls.map((record) => later(record, fault.ms)),
      }));
    case 'huge':
      return stream(exchange, padding(fault.bytes ?? Number.POSITIVE_INFINITY));
    case 'gzip_bomb':
      return stream(exchange, padding(fault.bytes), true);
    case 'encoded':
      return send(response, await encoded(answer(), fault.as));
    case 'ignores':
    case 'wrong_order':
    case 'small_pages':
      return asIfAsked(fault, exchange);
    case 'misordered':
    case 'reshaped':
    case 'nan_count':
    case 'bare_list':
    case 'wrapped':
      return send(response, await packed(reshaped(answer(), fault), request));
    case 'sound':
      return send(response, await packed(answer(), request));
    case 'slow_drip':
      return slowDrip(exchange, fault.bytes, fault.ms);
  }
}

/** Answers another question than the one that was asked. */
async function asIfAsked(
  fault: Fault & { kind: 'ignores' | 'wrong_order' | 'small_pages' },
  { request, response, answer }: Exchange,
): Promise<void> {
  let refused = false;
  const right = answer((parameters) => {
    if (fault.kind === 'ignores') for (const name of fault.parameters) parameters.delete(name);
    else if (fault.kind === 'wrong_order')
      parameters.set('sort', parameters.get('sort') === 'asc' ? 'desc' : 'asc');
    else if (Number(parameters.get('limit')) > fault.most) {
      refused = fault.how === 'refused';
      parameters.set('limit', String(fault.most));
    }
  });
  const sent =
    refused && 'most' in fault ? refusal(400, `limit must be at most ${fault.most}`) : right;
  send(response, await packed(sent, request));
}

function statusHeaders(fault: Fault & { kind: 'status' }): Record<string, string> {
  const type = typeof fault.body === 'string' ? 'text/plain' : 'application/json';
  return { ...(fault.body === undefined ? {} : { 'content-type': type }), ...fault.headers };
}

function statusBody({ body }: Fault & { kind: 'status' }): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

async function reset(
  { response, answer }: Exchange,
  afterBytes: number | undefined,
): Promise<void> {
  if (afterBytes !== undefined) {
    const { status, headers, body } = wire(200, JSON_TYPE, answer().body);
    response.writeHead(status, headers);
    await new Promise((written) => response.write(body.subarray(0, afterBytes), written));
  }
  response.socket?.resetAndDestroy();
}

async function truncated({ response, answer }: Exchange, lying: boolean): Promise<void> {
  const { status, headers, body } = wire(200, JSON_TYPE, answer().body);
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (!lying) return send(response, wire(status, JSON_TYPE, half));
  response.writeHead(status, headers);
  await new Promise((written) => response.write(half, written));
  response.socket?.end();
}

const listSchema = z.looseObject({ calls: z.array(z.unknown()), offset: z.number() });

/** The list with a change; an answer that is no list is sent as it is. */
async function rewritten(
  { request, response, answer }: Exchange,
  change: (list: z.output<typeof listSchema>) => unknown,
): Promise<void> {
  const right = answer();
  const list = listSchema.safeParse(
    right.body.length > 0 ? JSON.parse(right.body.toString()) : null,
  );
  const body = list.success ? Buffer.from(JSON.stringify(change(list.data))) : right.body;
  send(response, await packed({ ...right, body }, request));
}

/** Keeps the id, so that a client can say which record it was. */
function spoiled(record: unknown): unknown {
  return { id: at(record, 'id'), type: null, status: 42, created: 'yesterday' };
}

function padded(record: unknown, bytes: number): unknown {
  return Object.assign({}, record, { padding: 'x'.repeat(Math.ceil(bytes)) });
}

function later(record: unknown, ms: number): unknown {
  const created = Date.parse(textAt(record, 'created') ?? '') + ms;
  return Object.assign({}, record, { created: new Date(created).toISOString() });
}

/** `{"calls":[],"padding":"…"}` of about so many bytes. */
function* padding(bytes: number): Generator<Buffer> {
  const block = Buffer.alloc(64 * 1024, ' ');
  yield Buffer.from('{"calls":[],"count":0,"limit":50,"offset":0,"padding":"');
  for (let sent = 0; sent < bytes; sent += block.length) {
    yield block.subarray(0, Math.min(block.length, bytes - sent));
  }
  yield Buffer.from('"}');
}

async function stream(
  { response }: Exchange,
  bytes: Iterable<Buffer>,
  zipped = false,
): Promise<void> {
  response.writeHead(200, { ...JSON_TYPE, ...(zipped ? { 'content-encoding': 'gzip' } : {}) });
  const source = Readable.from(bytes, { objectMode: false });
  const sent = zipped ? pipeline(source, createGzip(), response) : pipeline(source, response);
  // The client is expected to leave before the end; the request log says that it did.
  await sent.catch(() => undefined);
}

async function slowDrip({ response, answer }: Exchange, bytes: number, ms: number): Promise<void> {
  const { status, headers, body } = wire(200, JSON_TYPE, answer().body);
  response.writeHead(status, headers);
  const gone = once(response, 'close').then(() => true);
  for (let sent = 0; sent < body.length && !response.destroyed; sent += bytes) {
    response.write(body.subarray(sent, sent + bytes));
    await Promise.race([wait(ms), gone]);
  }
  response.end();
}
