import type { IncomingHttpHeaders } from 'node:http';

/** Ours alone: whatever a client sends under this name is replaced before anybody reads it. */
const HEADER = 'x-callscope-forwarded';

/** What proxies write on requests that they hand on; browsers and scripts on this machine have no reason to. */
const OF_PROXIES =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-real-ip|x-client-ip|x-cluster-client-ip|x-original-(?:host|forwarded-for)|true-client-ip|cf-connecting-ip|fastly-client-ip|fly-client-ip)$/;

/** Notes whether a request came by a proxy, before Next sees it: Next writes such headers on every request. */
export function stampForwarded(headers: IncomingHttpHeaders): void {
  delete headers[HEADER];
  if (Object.keys(headers).some((name) => OF_PROXIES.test(name))) headers[HEADER] = '1';
}

type Setting = { authMode: string | undefined; demo: boolean };

/**
 * Whether a request may come by a proxy, where it did. Without sign-in whoever is at this machine sees every call, and
 * a proxy that speaks for others under a name of this machine would show them to everybody. Demo data is nobody's.
 */
export function isForwardAccepted(headers: Headers, { authMode, demo }: Setting): boolean {
  const mode = authMode?.trim();
  return demo || (mode !== undefined && mode !== '' && mode !== 'none') || !headers.has(HEADER);
}
