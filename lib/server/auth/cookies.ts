import { isLoopback } from '../loopback';

/** The value of a cookie that a request carries, as it stands there. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** Whether the browser shows Callscope on the machine that it runs on, where nothing is on the way in between. */
export function isOnThisMachine(headers: Headers): boolean {
  const host = headers.get('host') ?? '';
  return URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
}
