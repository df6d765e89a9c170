import { join } from 'node:path';
import type { Auth } from '@/lib/server/auth/auth';
import type { Oidc } from '@/lib/server/auth/oidc/oidc';
import type { Sessions } from '@/lib/server/auth/session';
import type { PasswordSignIn } from '@/lib/server/auth/sign-in';
import { createRequestLimits, type RequestLimits } from '@/lib/server/http/security/request-limits';
import { holdIndex, type IndexHandle } from '@/lib/server/index/index-handle';
import { digest, fileOf, openIndex } from '@/lib/server/index/open';
import { isLoopback } from '@/lib/server/loopback';
import { createLog, type Log } from '@/lib/server/observability/log';
import { createMetrics, type Metrics } from '@/lib/server/observability/metrics';
import {
  createMetricsService,
  type MetricsService,
} from '@/lib/server/observability/metrics-service';
import { timedUpstream } from '@/lib/server/observability/upstream-time';
import { callSourceOf } from '@/lib/server/services/calls/call-source';
import { type CallsService, createCallsService } from '@/lib/server/services/calls/calls';
import { withFirstSeen } from '@/lib/server/services/calls/first-seen';
import { createIndexAnswers, type IndexAnswers } from '@/lib/server/services/calls/index-answers';
import { createOutageWatch } from '@/lib/server/services/calls/outage';
import { createRelatedCalls, type RelatedCalls } from '@/lib/server/services/calls/related';
import { createReviewsService, type ReviewsService } from '@/lib/server/services/calls/reviews';
import { createWriteThrough } from '@/lib/server/services/calls/write-through';
import { createCampaignFile } from '@/lib/server/services/campaigns/campaign-file';
import { type CampaignsService, createCampaigns } from '@/lib/server/services/campaigns/campaigns';
import {
  type CapabilitiesService,
  createCapabilities,
} from '@/lib/server/services/connection/capabilities';
import { indexFacts } from '@/lib/server/services/connection/index-facts';
import { holdSync, type SyncHandle } from '@/lib/server/services/connection/sync-handle';
import {
  createUpstreamCheck,
  type UpstreamCheckService,
} from '@/lib/server/services/connection/upstream-check';
import { createUsage, type UsageService } from '@/lib/server/services/connection/usage';
import { createExportTurns, type ExportTurns } from '@/lib/server/services/export/turns';
import { createOutcomes, type Outcomes } from '@/lib/server/services/outcomes/outcomes';
import { createBudgetFile } from '@/lib/server/services/outlook/budget-file';
import { type BudgetsService, createBudgets } from '@/lib/server/services/outlook/budgets';
import { createOutlook, type OutlookService } from '@/lib/server/services/outlook/outlook';
import {
  createRecordings,
  type RecordingsService,
} from '@/lib/server/services/recordings/recordings';
import { createStorage } from '@/lib/server/services/recordings/storage/storage';
import { callMasks } from '@/lib/server/services/redaction/calls';
import { createCounts } from '@/lib/server/services/verified-lists/counts';
import { createVerifiedLists } from '@/lib/server/services/verified-lists/verified-lists';
import { createSharedViews, type SharedViews } from '@/lib/server/services/views/shared-views';
import { createSync } from '@/lib/server/sync/sync';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { readRecord } from '@/lib/server/upstream/reading/record';
import { buildAuth } from './build-auth';
import { createDataFolder } from './data-folder';
import { type Env, EnvError, parseEnv, processVariables } from './env';
import { type SharedRecordHandle, shareRecord } from './shared-record';

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
  /** Undefined where there is no record that several instances share. */
  shared: SharedRecordHandle | undefined;
  sync: SyncHandle;
  capabilities: CapabilitiesService;
  calls: CallsService;
  answers: IndexAnswers;
  outcomes: Outcomes;
  outlook: OutlookService;
  budgets: BudgetsService;
  campaigns: CampaignsService;
  upstreamCheck: UpstreamCheckService;
  usage: UsageService;
  related: RelatedCalls;
  reviews: ReviewsService;
  recordings: RecordingsService;
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
  const { syncSettings: settings } = env;
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
  const account = [url, organizationId ?? '', key];
  const shared = shareRecord(env, digest(account), log);
  const folder = createDataFolder((reason) => log.error(reason));
  const index = holdIndex(
    async () => {
      const store = await openIndex({
        dataDir: env.dataDir,
        demo: env.demo,
        account,
        memory: env.indexMemory,
        limitMs: env.indexTimeoutMs,
        transcripts: settings.transcripts,
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
  const writeThrough = createWriteThrough(shared?.through(index) ?? index, (error) =>
    log.warn({ err: error }, 'calls that were shown could not be kept in the index'),
  );
  const capabilities = createCapabilities({
    index,
    now,
    onFailure: (error) =>
      log.warn({ err: error }, 'what is known of HappyRobot could not be kept in the index'),
  });
  const source = callSourceOf(upstream);
  const sync = holdSync(
    index,
    shared
      ? (store) => shared.createSync(store, source)
      : env.sync
        ? (store) => createSync({ store, source, log, settings })
        : undefined,
    capabilities,
  );
  const lists = createVerifiedLists({
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
  const { refuseLost } = folder;
  const campaigns = createCampaigns({
    file: createCampaignFile({ path: join(env.dataDir, 'campaigns.json'), log, now, refuseLost }),
    onFailure: (error) => log.warn({ err: error }, 'the names of campaigns could not be read'),
  });
  const answers = createIndexAnswers({
    index,
    meta: sync.meta,
    campaignLabels: campaigns.labels,
    now,
  });
  const outcomes = createOutcomes({
    index,
    meta: sync.meta,
    campaignLabels: campaigns.labels,
    now,
  });
  const outlook = createOutlook({ index, meta: sync.meta, now });
  const budgets = createBudgets({
    file: createBudgetFile({ path: join(env.dataDir, 'budgets.json'), log, now, refuseLost }),
    index,
    meta: sync.meta,
    now,
  });
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
  const recordings = createRecordings({
    upstream,
    storage: createStorage({
      local: isLoopback(new URL(url).hostname),
      watch: metrics.upstream,
    }),
    capabilities,
    onListened: (listener, how) => log.info(listener, `recording ${how}`),
    now,
  });
  const views = createSharedViews({
    path: join(env.dataDir, 'views.json'),
    log,
    now,
    refuseLost,
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
    shared,
    sync,
    capabilities,
    calls,
    answers,
    outcomes,
    outlook,
    budgets,
    campaigns,
    upstreamCheck,
    usage,
    related,
    reviews,
    recordings,
    views,
    exportTurns: createExportTurns(),
  };
}
