import { isLoopback } from '@/lib/server/loopback';

type Setting = { authMode: string | undefined; hostname: string | undefined };

/**
 * Whether the Host of a request may be trusted. Where nobody signs in, Callscope listens on this machine only; a page
 * of somebody else could still reach it by letting its own name point here (DNS rebinding), so the name must be one
 * of this machine's. Where people sign in the name is whatever they are given: the session is bound to it.
 */
export function isHostAccepted(host: string | null, { authMode, hostname }: Setting): boolean {
  if (authMode?.trim() && authMode.trim() !== 'none') return true;
  const listensOn = hostname?.trim() || '127.0.0.1';
  if (!isOwnName(listensOn.includes(':') ? `[${listensOn}]` : listensOn)) return true;
  return host !== null && isOwnName(host);
}

function isOwnName(host: string): boolean {
  return URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
}
