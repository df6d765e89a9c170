import { CallscopeError } from '@/lib/server/errors';

/** These change nothing, and browsers let no other site read the answer. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Lets a request that may change something through only when a page of ours sent it: a browser says so in
 * `Sec-Fetch-Site`, or, over plain http and where it is old, by an `Origin` that is the host it asks. Scripts have to
 * say it as well: a browser cannot be made to by another site.
 * @throws {CallscopeError} `cross_site_request`
 */
export function refuseCrossSite(method: string, headers: Headers): void {
  if (READING.has(method)) return;
  const site = headers.get('sec-fetch-site');
  if (site === null ? isOwnOrigin(headers) : site === 'same-origin') return;
  throw new CallscopeError(
    'cross_site_request',
    'A request that changes something must come from this site: with `Sec-Fetch-Site: same-origin`, or with `Origin` naming the host it goes to.',
  );
}

function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin') ?? '';
  const host = headers.get('host') ?? '';
  if (host === '' || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  const own = `${protocol}//${host}`;
  return /^https?:$/.test(protocol) && URL.canParse(own) && new URL(own).host === from;
}
