import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/** Ours alone: whatever a client sends under this name is replaced before anybody reads it. */
const HEADER = 'x-callscope-client-address';

/** The address that a request came from, as the socket or a trusted proxy tells it; empty where nobody does. */
export function clientAddress(headers: Headers): string {
  return headers.get(HEADER) ?? '';
}

/**
 * From now on every request that reaches an HTTP server of this process carries the address it came from, before
 * Next sees it: Next itself hands on what the client claims.
 */
export function stampClientAddresses(trustedProxies: number): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (!(request instanceof IncomingMessage)) return;
    const { headers, socket } = request;
    const forwarded = String(headers['x-forwarded-for'] ?? '');
    headers[HEADER] = addressOf(socket.remoteAddress ?? '', forwarded, trustedProxies);
  });
}

/**
 * Each proxy appends the address that it was asked from, so that what the outermost trusted one wrote stands as many
 * places from the right as there are. With fewer entries, or no address there, the request did not come through all of
 * them: then only the socket is sure.
 */
export function addressOf(remote: string, forwarded: string, trustedProxies: number): string {
  const told = forwarded.split(',').at(-trustedProxies)?.trim() ?? '';
  const count = forwarded.split(',').length;
  const isTold = trustedProxies > 0 && count >= trustedProxies && isIP(bare(told)) !== 0;
  return bare(isTold ? told : remote);
}

/** Without a port, brackets, or the clothes that IPv4 wears on an IPv6 socket. */
function bare(address: string): string {
  const inner = /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(inner)?.[1];
  return mapped ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(inner)?.[1] ?? inner;
}

/** Whoever has one IPv6 address has 2^64 of them: they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(gap).fill('0'), ...rest].slice(0, 4).join(':');
}
