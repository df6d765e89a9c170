import type { Instrumentation } from 'next';
import { container } from './container';
import { EnvError } from './env';

/** Builds the server's parts before the first request; a wrong environment ends the process with its line. */
export function checkStartup(): void {
  try {
    container();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Logs what a page or a route threw and nobody caught; the path goes without its query. */
export const logRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { method, path } = request;
  const fields = { method, path: path.split('?', 1)[0], route: context.routePath };
  container().log.error({ ...fields, type: context.routeType, err: error }, 'request failed');
};
