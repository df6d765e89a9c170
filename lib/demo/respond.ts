import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Answer } from './api';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

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

export async function brotliPacked(answer: Answer): Promise<Wire> {
  const body = await brotliAsync(answer.body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
  return wire(answer.status, { 'content-type': answer.type, 'content-encoding': 'br' }, body);
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
