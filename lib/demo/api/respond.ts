import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, deflate, deflateRaw, gzip } from 'node:zlib';
import type { Answer } from './api';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);
const deflateAsync = promisify(deflate);
const deflateRawAsync = promisify(deflateRaw);

/** Below this an answer is not worth packing. */
const GZIP_FROM_BYTES = 1024;

/** An answer as bytes on the wire. */
type Wire = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** Packs an answer with gzip when the client takes it: fast rather than small. */
export async function packed(answer: Answer, request: IncomingMessage): Promise<Wire> {
  const headers: OutgoingHttpHeaders = { 'content-type': answer.type, vary: 'accept-encoding' };
  if (answer.body.length < GZIP_FROM_BYTES || !acceptsGzip(request)) {
    return wire(answer.status, headers, answer.body);
  }
  const body = await gzipAsync(answer.body, { level: constants.Z_BEST_SPEED });
  return wire(answer.status, { ...headers, 'content-encoding': 'gzip' }, body);
}

const PACKINGS = {
  br: (body: Buffer) => brotliAsync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (body: Buffer) => gzipAsync(body),
  deflate: (body: Buffer) => deflateAsync(body),
  'raw deflate': (body: Buffer) => deflateRawAsync(body),
};

/** Packs an answer whether or not the client takes it; `raw deflate` is what some servers call deflate. */
export async function encoded(answer: Answer, as: keyof typeof PACKINGS): Promise<Wire> {
  const coding = as === 'raw deflate' ? 'deflate' : as;
  const headers = { 'content-type': answer.type, 'content-encoding': coding };
  return wire(answer.status, headers, await PACKINGS[as](answer.body));
}

export function wire(status: number, headers: OutgoingHttpHeaders, body: Buffer | string): Wire {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return { status, headers: { ...headers, 'content-length': bytes.length }, body: bytes };
}

export function send(response: ServerResponse, { status, headers, body }: Wire): void {
  response.writeHead(status, headers).end(body);
}

function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = request.headers['accept-encoding'];
  const text = Array.isArray(accepted) ? accepted.join(',') : (accepted ?? '');
  return text.split(',').some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
}
