import type { Instrumentation } from 'next';
import { container } from './container';
import { EnvError } from './env';

/**
 * Builds the server's parts before the first request and sets those going that work by themselves; a wrong
 * environment ends the process with its line.
 */
export function startUp(): void {
  try {
    const { sync } = container();
    sync.start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, windUp);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The sync ends its step before the index is closed. Next ends the process. */
async function windUp(): Promise<void> {
  const { sync, index, log } = container();
  try {
    await sync.stop();
    await index.close();
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
