import { onTestFinished } from 'vitest';
import { createDemoControl } from '@/lib/demo/control/control';
import { type DemoOptions, startDemoUpstream } from '@/lib/demo/server';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import { readRecord } from '@/lib/server/upstream/reading/record';
import { examine } from './examine';
import type { IndexFacts } from './step';

const KEY = 'hr_live_CanaryKey0123456789';

/** A demo upstream of so many calls and the check over it. */
export async function startWorld({ calls = 600, ...options }: DemoOptions = {}) {
  const demo = await startDemoUpstream({ calls, control: true, apiKey: KEY, ...options });
  const control = createDemoControl(demo.url);
  const ignored = () => undefined;
  const upstream = createUpstream({
    baseUrl: demo.url,
    apiKey: KEY,
    log: { debug: ignored, info: ignored, warn: ignored },
    retry: { firstBackoffMs: 1, maxBackoffMs: 2 },
  });
  onTestFinished(async () => {
    await upstream.close();
    await demo.close();
  });

  async function check(index: IndexFacts = { reason: 'There is no index here.' }) {
    await control.clearRequests();
    const progress: { done: number; of: number }[] = [];
    const troubles: unknown[] = [];
    const examined = await examine({
      upstream,
      read: (record) => readRecord(record, { whole: true, now: new Date() }),
      index: async () => index,
      share: 0.5,
      signal: new AbortController().signal,
      onProgress: (one) => progress.push(one),
      onTrouble: (error) => troubles.push(error),
    });
    return {
      ...examined,
      progress,
      of: progress[0]?.of ?? 0,
      troubles,
      requests: await control.requests(),
      /** The first finding about a subject. */
      told: (subject: string) => examined.findings.find((each) => each.subject === subject),
    };
  }

  return { control, check };
}
