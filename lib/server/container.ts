import { type CallsService, createCallsService } from './calls';
import { type Env, EnvError, parseEnv, processVariables } from './env';
import type { IndexStore } from './index/store';
import { createLog, type Log } from './log';
import type { Upstream } from './upstream/client';
import { createUpstream } from './upstream/happyrobot';

/** The parts of the running server, each built once for the process. */
export type Container = {
  env: Env;
  log: Log;
  upstream: Upstream;
  calls: CallsService;
  index: IndexStore | undefined;
};

const KEY = Symbol.for('callscope.container');

/**
 * The container of this process. It hangs on `globalThis` because Next bundles pages and routes apart, and all of
 * them must share one circuit breaker and one set of connections.
 * @throws {EnvError} when the environment is wrong
 */
export function container(): Container {
  const holder = globalHolder();
  holder[KEY] ??= build();
  return holder[KEY];
}

/** Guarantee: the symbol is ours alone, nobody else writes under it. */
function globalHolder(): { [KEY]?: Container } {
  return globalThis as { [KEY]?: Container };
}

function build(): Container {
  const env = parseEnv(processVariables());
  if (env.upstream === undefined) {
    throw new EnvError(
      'HAPPYROBOT_API_KEY is not set and no demo upstream runs: start with `npm start` or `npm run dev`, or set it, for example HAPPYROBOT_API_KEY=hr_1a2b3c',
    );
  }
  const { url, key, organizationId } = env.upstream;
  const log = createLog({ level: env.logLevel, secret: key });
  const upstream = createUpstream({
    baseUrl: url,
    apiKey: key,
    log,
    timeouts: { totalMs: env.timeoutMs },
    ...(organizationId !== undefined && { organizationId }),
  });
  const calls = createCallsService({ upstream, now: () => new Date() });
  return { env, log, upstream, calls, index: undefined };
}
