import type { Env } from '@/lib/server/boot/env';

const POLL_MS = 100;

/** Says that the dashboard is ready once it answers; says nothing when its process ends before. */
export async function announce(env: Env, exit: Promise<number>): Promise<void> {
  const ended = new AbortController();
  exit.then(() => ended.abort());
  const anywhere = ['0.0.0.0', '::'].includes(env.hostname);
  const host = anywhere ? '127.0.0.1' : env.hostname;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${env.port}`;
  while (!(await answers(`${address}/api/health`, ended.signal))) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    ended.signal.throwIfAborted();
  }
  const shown = anywhere || host === '127.0.0.1' ? `http://localhost:${env.port}` : address;
  const source = env.upstream
    ? `calls from ${new URL(env.upstream.url).host}`
    : 'demo data: set HAPPYROBOT_API_KEY to see your own calls';
  process.stdout.write(`Callscope is ready on ${shown} (${source})\n`);
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(url, { signal })).ok;
  } catch {
    return false;
  }
}
