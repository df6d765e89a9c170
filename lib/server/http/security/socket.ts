import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { stampForwarded } from './forwarded';
import { EVERYWHERE } from './headers.mjs';

/** What Next cannot even make a request of; it would answer that it failed. */
const UNSPEAKABLE = new Set(['TRACE', 'TRACK', 'CONNECT']);
/** The proxy refuses it under this name, at an address that is sure to come to it. */
const REFUSED = { method: 'REFUSED', url: '/' };

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
      stampForwarded(message.request.headers);
      if (UNSPEAKABLE.has(message.request.method ?? '')) Object.assign(message.request, REFUSED);
    }
  });
}

function dress(response: ServerResponse): void {
  for (const { key, value } of EVERYWHERE) response.setHeader(key, value);
}
