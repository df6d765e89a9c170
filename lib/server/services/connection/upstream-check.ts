import * as z from 'zod';
import {
  type Finding,
  findingSchema,
  oddFieldSchema,
  type UpstreamCheck,
} from '@/lib/call/answers/upstream-check';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { Log } from '@/lib/server/observability/log';
import { maskUpstreamCheck } from '@/lib/server/services/redaction/answers';
import { shownTo } from '@/lib/server/services/redaction/shown';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import type { CapabilitiesService } from './capabilities';
import { examine } from './doctor/examine';
import type { IndexFacts, Tools } from './doctor/step';

/** Knows what the last check of the upstream found, and checks anew. */
export type UpstreamCheckService = {
  last(principal: Principal): Promise<UpstreamCheck>;
  /** Checks and tells what was found. One check runs at a time: who asks meanwhile waits for the same. */
  check(principal: Principal): Promise<UpstreamCheck>;
  /** Lets the first check of an account run as soon as `isQuiet` says that it disturbs nobody. */
  startWhen(isQuiet: () => Promise<boolean>): void;
  stop(): Promise<void>;
};

type Parts = {
  upstream: Pick<Upstream, 'probe' | 'getTranscript' | 'getRecording'>;
  index: Pick<IndexHandle, 'store'>;
  read: Tools['read'];
  facts: () => Promise<IndexFacts>;
  capabilities: Pick<CapabilitiesService, 'get' | 'learn' | 'settled'>;
  share: number;
  log: Pick<Log, 'info' | 'warn'>;
  now: () => Date;
};

const STATE_KEY = 'upstream_check';
const LOOK_AGAIN_MS = 5_000;

const reportSchema = z.object({
  checked_at: z.string(),
  findings: z.array(findingSchema),
  odd_fields: z.array(oddFieldSchema),
});
type Report = z.infer<typeof reportSchema>;

export function createUpstreamCheck(parts: Parts): UpstreamCheckService {
  const { upstream, index, capabilities, log, now } = parts;
  const stopping = new AbortController();
  let report: Report | undefined;
  let running: Promise<void> | undefined;
  let progress: UpstreamCheck['checking'] = null;
  let timer: NodeJS.Timeout | undefined;

  /** The report of this process, else the one that was kept; an index that is away has none. */
  async function known(): Promise<Report | undefined> {
    if (report) return report;
    const kept = await index.store().then(
      (store) => store.state(STATE_KEY),
      () => undefined,
    );
    report ??= reportSchema.safeParse(kept).data;
    return report;
  }

  async function told(who: Principal['who']): Promise<UpstreamCheck> {
    const last = await known();
    await capabilities.settled();
    const answer: UpstreamCheck = {
      kind: 'calls',
      checked_at: last?.checked_at ?? null,
      checking: progress,
      capabilities: capabilities.get(),
      findings: last?.findings ?? [],
      odd_fields: last?.odd_fields ?? [],
    };
    return shownTo(who, answer, maskUpstreamCheck);
  }

  async function keep(found: Report): Promise<void> {
    report = found;
    try {
      const store = await index.store();
      await store.keep({ calls: [], at: found.checked_at, state: { [STATE_KEY]: found } });
    } catch (error) {
      log.warn({ err: error }, 'what the check found could not be kept in the index');
    }
  }

  async function run(): Promise<void> {
    const examined = await examine({
      upstream,
      read: parts.read,
      index: parts.facts,
      share: parts.share,
      signal: stopping.signal,
      now: () => now().getTime(),
      onProgress: (each) => {
        progress = each;
      },
      onTrouble: (error) => log.warn({ err: error }, 'a part of the check failed'),
    });
    capabilities.learn({ ...examined.capabilities, sorts: examined.sorts });
    await keep({
      checked_at: now().toISOString(),
      findings: examined.findings,
      odd_fields: examined.oddFields,
    });
    await capabilities.settled();
    log.info({ outcomes: countsOf(examined.findings) }, 'the upstream was checked');
  }

  function runOnce(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
      progress = null;
    });
    return running;
  }

  return {
    async last({ who }) {
      authorise(who, 'read');
      return told(who);
    },
    async check({ who }) {
      authorise(who, 'control_sync');
      await runOnce();
      return told(who);
    },
    startWhen(isQuiet) {
      const look = async () => {
        if (stopping.signal.aborted || (await known())) return;
        if (await isQuiet()) return runOnce();
        timer = setTimeout(begin, LOOK_AGAIN_MS);
        timer.unref();
      };
      const begin = () => {
        // What went wrong is told to whoever asks for a check; this one had nobody.
        look().catch((error: unknown) => {
          if (!stopping.signal.aborted) log.warn({ err: error }, 'the first check failed');
        });
      };
      begin();
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}

function countsOf(findings: readonly Finding[]): Partial<Record<Finding['outcome'], number>> {
  const counts: Partial<Record<Finding['outcome'], number>> = {};
  for (const { outcome } of findings) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
