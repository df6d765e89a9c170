import { join } from 'node:path';
import type { Auth } from './auth/auth';
import { buildAuth } from './auth/build-auth';
import type { Oidc } from './auth/oidc/oidc';
import type { Sessions } from './auth/session';
import type { PasswordSignIn } from './auth/sign-in';
import { callSourceOf } from './call-source';
import { type CallsService, createCallsService } from './calls';
import { type CapabilitiesService, createCapabilities } from './capabilities';
import { createDataFolder } from './data-folder';
import { createRequestLimits, type RequestLimits } from './door/request-limits';
import { type Env, EnvError, parseEnv, processVariables } from './env';
import { createExportTurns, type ExportTurns } from './export/turns';
import { withFirstSeen } from './first-seen';
import { createCounts } from './held/counts';
import { createHeldLists } from './held/lists';
import { fileOf, openIndex } from './index/open';
import { createSync } from './index/sync/sync';
import { createIndexAnswers, type IndexAnswers } from './index-answers';
import { indexFacts } from './index-facts';
import { holdIndex, type IndexHandle } from './index-handle';
import { createLog, type Log } from './log';
import { callMasks } from './masks/calls';
import { createMetrics, type Metrics } from './metrics/metrics';
import { createMetricsService, type MetricsService } from './metrics/service';
import { createOutageWatch } from './outage';
import { createRelatedCalls, type RelatedCalls } from './related';
import { createReviewsService, type ReviewsService } from './reviews';
import { holdSync, type SyncHandle } from './sync-handle';
import type { Upstream } from './upstream/client';
import { createUpstream } from './upstream/happyrobot';
import { readRecord } from './upstream/reading/record';
import { createUpstreamCheck, type UpstreamCheckService } from './upstream-check';
import { timedUpstream } from './upstream-time';
import { createUsage, type UsageService } from './usage';
import { createSharedViews, type SharedViews } from './views/shared-views';
import { createWriteThrough } from './write-through';

/** The parts of the running server, each built once for the process. */
export type Container = {
  env: Env;
  log: Log;
  auth: Auth;
  limits: RequestLimits;
  metrics: Metrics;
  metricsService: MetricsService;
  /** Undefined where nobody signs in. */
  sessions: Sessions | undefined;
  /** Undefined where nobody signs in with a password. */
  passwords: PasswordSignIn | undefined;
  upstream: Upstream;
  index: IndexHandle;
  sync: SyncHandle;
  capabilities: CapabilitiesService;
  calls: CallsService;
  answers: IndexAnswers;
  upstreamCheck: UpstreamCheckService;
  usage: UsageService;
  related: RelatedCalls;
  reviews: ReviewsService;
  /** Undefined where nobody signs in with an identity provider. */
  oidc: Oidc | undefined;
  views: SharedViews;
  exportTurns: ExportTurns;
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
  const now = () => new Date();
  const metrics = createMetrics({ process: env.metricsToken !== undefined });
  const outage = createOutageWatch(now);
  const happyrobot = createUpstream({
    baseUrl: url,
    apiKey: key,
    log,
    watch: metrics.upstream,
    timeouts: { totalMs: env.timeoutMs },
    ways: {
      known: () => capabilities.get(),
      learned: (found) => capabilities.learn(found),
    },
    ...(organizationId !== undefined && { organizationId }),
  });
  const timed = timedUpstream({ ...happyrobot, ...outage.watched(happyrobot) });
  const folder = createDataFolder((reason) => log.error(reason));
  const index = holdIndex(
    async () => {
      const store = await openIndex({
        dataDir: env.dataDir,
        demo: env.demo,
        account: [url, organizationId ?? '', key],
        memory: env.indexMemory,
        limitMs: env.indexTimeoutMs,
        onRebuilt: (reason) => log.warn(`the index was of ${reason} and is built anew`),
        onSetAside: (name) =>
          log.error({ file: name }, 'the index was damaged: it is set aside and built anew'),
        onReadable: () => log.warn('other accounts of this machine can read DATA_DIR'),
      });
      folder.watch(env.dataDir, fileOf(env));
      return store;
    },
    (error, reason) => log.error({ err: error }, `the index is not available: ${reason}`),
    folder.lost,
  );
  const upstream = withFirstSeen(timed, index);
  const writeThrough = createWriteThrough(index, (error) =>
    log.warn({ err: error }, 'calls that were shown could not be kept in the index'),
  );
  const capabilities = createCapabilities({
    index,
    now,
    onFailure: (error) =>
      log.warn({ err: error }, 'what is known of HappyRobot could not be kept in the index'),
  });
  const { syncSettings: settings } = env;
  const source = callSourceOf(upstream);
  const sync = holdSync(
    index,
    env.sync ? (store) => createSync({ store, source, log, settings }) : undefined,
    capabilities,
  );
  const lists = createHeldLists({
    upstream,
    capabilities,
    counts: createCounts({ upstream, index, meta: sync.meta, capabilities }),
    clock: () => performance.now(),
    onFound: (kinds) => log.warn({ kinds }, 'upstream ignored what a list was asked for'),
  });
  const masks = callMasks(env.viewerText);
  const calls = createCallsService({
    masks,
    lists,
    upstream,
    index,
    meta: sync.meta,
    writeThrough,
    outage,
    now,
  });
  const answers = createIndexAnswers({ index, meta: sync.meta, now });
  const facts = () => indexFacts({ index, meta: sync.meta });
  const upstreamCheck = createUpstreamCheck({
    upstream,
    index,
    read: (record) => readRecord(record, { whole: true, now: now() }),
    facts,
    capabilities,
    share: settings.share,
    log,
    now,
  });
  const usage = createUsage({ upstream, facts, now });
  const related = createRelatedCalls({ index, calls, meta: sync.meta, masks });
  const reviews = createReviewsService({ upstream, writeThrough, now, masks });
  const views = createSharedViews({
    path: join(env.dataDir, 'views.json'),
    log,
    now,
    refuseLost: folder.refuseLost,
  });
  const metricsService = createMetricsService({
    metrics,
    index,
    meta: sync.meta,
    token: env.metricsToken,
    now,
  });
  return {
    env,
    log,
    ...buildAuth(env.auth, log),
    limits: createRequestLimits(env.requestsPerMinute, () => performance.now()),
    metrics,
    metricsService,
    upstream,
    index,
    sync,
    capabilities,
    calls,
    answers,
    upstreamCheck,
    usage,
    related,
    reviews,
    views,
    exportTurns: createExportTurns(),
  };
}
