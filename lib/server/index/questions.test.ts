import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListFilterKey } from '@/lib/call/query/filters';
import { benchPages } from '@/lib/cli/bench/index/calls';
import { benchTranscript } from '@/lib/cli/bench/index/transcripts';
import { processVariables } from '@/lib/server/boot/env';
import { openIndex } from './open';
import { exported, questions, type Seen } from './questions.test-world';
import type { IndexStore } from './store';

const NOW = Date.UTC(2026, 10, 20, 12);
const AT_A_TIME = 8;
/** `npm run test:questions` asks two thousand of a hundred thousand; what each run of the tests can do without is size. */
const { QUESTIONS_CALLS } = processVariables();
const CALLS = Number(QUESTIONS_CALLS ?? 2000);
const [QUESTIONS, EXPORTS] = QUESTIONS_CALLS === undefined ? [400, 4] : [2000, 10];

test(
  'hundreds of random questions, eight at a time and exports beside them, and none fails',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'callscope-questions-'));
    const store = await openIndex({
      dataDir,
      demo: false,
      account: ['a'],
      // The least that any machine has.
      memory: 512,
      // Others may want the cores as well: how fast it is, the bench tells.
      limitMs: 600_000,
      onRebuilt: () => undefined,
      onSetAside: () => undefined,
    });
    try {
      const ids: string[] = [];
      for (const page of benchPages(CALLS, NOW, 2000)) {
        await store.keep({ calls: page, at: new Date(NOW).toISOString() });
        ids.push(...page.slice(0, 20).map(({ id }) => id));
      }
      await keepTranscripts(store);
      const all = fc.sample(questions(await seenIn(store), ids), { numRuns: QUESTIONS, seed: 13 });
      const failures: string[] = [];
      let next = 0;
      const asking = Array.from({ length: AT_A_TIME }, async () => {
        for (let question = all[next++]; question; question = all[next++]) {
          const { name, ask } = question;
          await ask(store).catch((error: unknown) => failures.push(`${name}: ${told(error)}`));
        }
      });
      const exporting = (async () => {
        for (let count = 0; count < EXPORTS; count += 1) expect(await exported(store)).toBe(CALLS);
      })();
      await Promise.all([...asking, exporting]);
      expect(failures).toEqual([]);
    } finally {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
  30 * 60_000,
);

/** Of a part of the calls, as while they are still being read. */
async function keepTranscripts(store: IndexStore): Promise<void> {
  const due = await store.dueTranscripts(NOW, 1000, []);
  for (let start = 0; start < due.length; start += 100) {
    const batch = due.slice(start, start + 100);
    await store.keepTranscripts(
      batch.map((of) => ({ of, transcript: benchTranscript(of.id), again: null })),
    );
  }
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, ...(error.cause ? [told(error.cause)] : [])].join(' < ');
}

async function seenIn(store: IndexStore): Promise<Seen> {
  const { facets } = await store.facets({ timezone: 'UTC' });
  const valuesOf = (key: ListFilterKey) =>
    facets[key].map(({ value }) => value).filter((value) => value !== '(none)');
  return {
    statuses: valuesOf('statuses'),
    tags: valuesOf('tags'),
    models: valuesOf('models'),
    ratings: valuesOf('ratings'),
    agents: valuesOf('agents'),
  };
}
