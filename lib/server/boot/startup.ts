import type { Server } from 'node:http';
import type { Instrumentation } from 'next';
import { stampClientAddresses } from '@/lib/server/http/client-address';
import { guardSockets } from '@/lib/server/http/security/socket';
import { container } from './container';
import { EnvError } from './env';
import { drained, watchServers } from './graceful-shutdown';
import { reportUnhandled } from './unhandled';

/**
 * Builds the server's parts before the first request and sets those going that work by themselves; a wrong
 * environment ends the process with its line.
 */
export function startUp({ production }: { production: boolean }): void {
  // Whatever this process writes is for its own account alone.
  process.umask(0o077);
  try {
    const { sync, env, log, metrics, upstreamCheck } = container();
    reportUnhandled({ log, metrics });
    stampClientAddresses(env.trustedProxies);
    guardSockets();
    sync.start();
    // The demo is known; an account is looked at once, when the first reading is over.
    if (!env.demo) upstreamCheck.startWhen(sync.isIdle);
    endWell(watchServers(), production);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Ends the process when it is told to: requests in flight are answered, then the sync ends its step, then the index is
 * closed. Next would end it as soon as the requests are answered, so in production its own hands are taken off; in
 * development, where connections stay open for as long as the browser looks, it is quicker.
 */
function endWell(servers: ReadonlySet<Server>, production: boolean): void {
  let ending = false;
  const end = () => {
    // Ctrl+C reaches the process twice: from the terminal, and from what started it.
    if (ending) return;
    ending = true;
    void windUp(servers).then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    if (production) process.removeAllListeners(signal);
    process.on(signal, end);
  }
}

async function windUp(servers: ReadonlySet<Server>): Promise<void> {
  const { sync, index, shared, log, upstreamCheck } = container();
  try {
    const whole = await drained(servers);
    if (!whole) log.warn('requests that took too long were broken off');
    await upstreamCheck.stop();
    await sync.stop();
    await shared?.close();
    await index.close();
    log.info('the index is closed');
  } catch (error) {
    log.warn({ err: error }, 'the index was not closed as it should');
  }
}

/** Logs what a page or a route threw and nobody caught; the path goes without its query. */
export const logRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { method, path } = request;
  const fields = { method, path: path.split('?', 1)[0], route: context.routePath };
  container().log.error({ ...fields, type: context.routeType, err: error }, 'request failed');
};
