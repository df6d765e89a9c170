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
  if (isIPv6(inner)) return withinIPv6(inner) ?? inner;
  return /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(inner)?.[1] ?? inner;
}

/** Whoever has one IPv6 address has 2^64 of them: they count as one. IPv4 counts as itself, whatever it is written in. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  return withinIPv6(address) ?? groupsOf(address).slice(0, 4).map(hexadecimal).join(':');
}

/** The IPv4 address that an IPv6 address is only another spelling of, or a way to: mapped, translated or tunnelled. */
function withinIPv6(address: string): string | undefined {
  const groups = groupsOf(address);
  const start = groups.slice(0, 6).map(hexadecimal).join(':');
  if (CARRIERS.has(start)) return dotted(groups.slice(6));
  // ::a.b.c.d, but neither :: nor ::1 nor their neighbours, which are no IPv4 addresses.
  if (start === '0:0:0:0:0:0' && (groups[6] ?? 0) > 0xff) return dotted(groups.slice(6));
  return start.startsWith('2002:') ? dotted(groups.slice(1, 3)) : undefined;
}

/** The first six groups of addresses that hold IPv4 in the last two: mapped, translated, and by NAT64. */
const CARRIERS: ReadonlySet<string> = new Set([
  '0:0:0:0:0:ffff',
  '0:0:0:0:ffff:0',
  '64:ff9b:0:0:0:0',
]);

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const gap = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(gap).fill('0'), ...rest].map((group) => parseInt(group, 16));
}

function dotted(groups: readonly number[]): string {
  return groups.flatMap((group) => [group >> 8, group & 0xff]).join('.');
}

function hexadecimal(group: number): string {
  return group.toString(16);
}
