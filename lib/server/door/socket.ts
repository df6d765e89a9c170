import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { EVERYWHERE } from './headers.mjs';

/** What Next cannot even make a request of; it would answer that it failed. The proxy refuses it under this name. */
const UNSPEAKABLE = new Set(['TRACE', 'TRACK', 'CONNECT']);

/**
 * Meets every request at the socket, before Next does: the answers that Next gives before it looks at its
 * configuration (redirects of odd addresses, addresses that it cannot decode) carry the headers of all others.
 */
export function guardSockets(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null) return;
    if ('response' in message && message.response instanceof ServerResponse) {
      dress(message.response);
    }
    if ('request' in message && message.request instanceof IncomingMessage) {
      if (UNSPEAKABLE.has(message.request.method ?? '')) message.request.method = 'REFUSED';
    }
  });
}

function dress(response: ServerResponse): void {
  for (const { key, value } of EVERYWHERE) response.setHeader(key, value);
}
