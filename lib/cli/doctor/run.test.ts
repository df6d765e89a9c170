import { expect, onTestFinished, test } from 'vitest';
import { upstreamCheckSchema } from '@/lib/call/answers/upstream-check';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import type { IndexFacts } from '@/lib/server/services/connection/doctor/step';
import { runDoctor } from './run';

const KEY = 'hr_live_CanaryKey0123456789';
const syncSettings = { newMs: 1, dayMs: 1, weekMs: 1, allHour: 3, share: 0.5, transcripts: false };

async function startWorld() {
  const demo = await startDemoUpstream({ calls: 300, control: true, apiKey: KEY });
  onTestFinished(() => demo.close());
  async function run({ json = false, key = KEY, index = none } = {}) {
    const lines: string[] = [];
    const code = await runDoctor({
      env: { timeoutMs: 10_000, syncSettings },
      upstream: { url: demo.url, key },
      index: async () => index,
      json,
      print: (line) => lines.push(line),
      signal: new AbortController().signal,
    });
    return { code, printed: lines.join('\n') };
  }
  return { demo, control: createDemoControl(demo.url), run };
}

const none: IndexFacts = { reason: 'There is no index yet.' };

test('all well is 0, with a line for each finding', async () => {
  const { run } = await startWorld();
  const { code, printed } = await run();
  expect(code).toBe(0);
  expect(printed).toMatch(/^ok +Connection: /m);
  expect(printed).toMatch(/^ok +Filter tags: /m);
  expect(printed).toContain('All is well');
  expect(printed).not.toContain(KEY);
});

test('for machines it is one document of the shape of the API', async () => {
  const { run } = await startWorld();
  const { code, printed } = await run({ json: true });
  expect(code).toBe(0);
  expect(upstreamCheckSchema.parse(JSON.parse(printed))).toMatchObject({
    kind: 'calls',
    checking: null,
    capabilities: { paging: 'skip', honoured: { tags: true } },
  });
});

test('what fails is 1: a wrong key, and an upstream that skips nothing', async () => {
  const { run, control } = await startWorld();
  const refused = await run({ key: 'hr_live_AnotherCanary987' });
  expect(refused.code).toBe(1);
  expect(refused.printed).toMatch(/^FAILS +Connection: .*HAPPYROBOT_API_KEY/m);
  expect(refused.printed).not.toContain('AnotherCanary');
  await control.setFaults({ kind: 'ignores', parameters: ['skip', 'offset'] });
  expect((await run()).code).toBe(1);
});

test('what differs is no failure', async () => {
  const { run, control } = await startWorld();
  await control.setFaults({ kind: 'ignores', parameters: ['tags'] });
  const { code, printed } = await run();
  expect(code).toBe(0);
  expect(printed).toMatch(/^differs +Filter tags: /m);
});

test('who cannot be asked is 2', async () => {
  const { run, demo, control } = await startWorld();
  await control.setFaults({ kind: 'status', status: 503 });
  expect((await run()).code).toBe(2);
  await demo.close();
  const { code, printed } = await run();
  expect(code).toBe(2);
  expect(printed).toMatch(/^FAILS +Connection: HappyRobot cannot be reached/m);
});

test('its own count is held against that of the index', async () => {
  const { run } = await startWorld();
  const index = (calls: (from: number, to: number) => number): IndexFacts => ({
    indexed: 300,
    complete: true,
    callsBetween: async (from, to) => calls(from, to),
  });
  const { printed } = await run({ index: index(() => 1_000_000) });
  expect(printed).toMatch(/^differs +HappyRobot’s own count: .* the index has 1,000,000\. /m);
  const counted = Number(/counts ([\d,]+) calls/.exec(printed)?.[1]?.replaceAll(',', ''));
  expect((await run({ index: index(() => counted) })).printed).toMatch(
    /^ok +HappyRobot’s own count/m,
  );
});
