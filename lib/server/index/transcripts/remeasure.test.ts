import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Call } from '@/lib/call/call';
import { MEASURE_KEYS } from '@/lib/call/conversation/keys';
import { measureValues } from '@/lib/call/conversation/measures';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { turnsOf } from '@/lib/call/transcript/turns';
import type { Driver } from '@/lib/server/index/engine/driver';
import { openDuckDb } from '@/lib/server/index/engine/duckdb';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { prepare } from '@/lib/server/index/schema';
import { createIndexStore } from '@/lib/server/index/sql-store';
import type { IndexStore } from '@/lib/server/index/store';
import { noteTranscripts } from './kept';

const AT = '2026-11-22T20:00:00Z';
const NOW = Date.parse(AT);
const calls = ['a', 'b', 'c'].map((letter, at): Call => {
  const created = new Date(NOW - (at + 1) * 3_600_000).toISOString();
  return { id: letter.repeat(24), created, type: 'Inbound', status: 'Completed', duration: 60 };
});

const spoken: Transcript = {
  odd: [],
  messages: [
    { role: 'system', content: 'Be brief', start: 0, end: 0 },
    { role: 'assistant', content: 'Hello', start: 0, end: 3, interrupted_thoughts: ' and so on' },
    { role: 'user', content: 'Rate?', start: 2.5, end: 4 },
    {
      role: 'assistant',
      content: 'One moment',
      start: 5.25,
      end: 7,
      tool_calls: [{ id: 't', function: { name: 'rate' } }],
    },
    { role: 'tool', tool_call_id: 't', content: '{"error":"away"}', start: 7, end: 9 },
    { role: 'user', content: 'Hm', start: 12, end: 12.5 },
    { role: 'assistant', content: 'Sorry', start: 13, end: 14 },
  ],
};

let driver: Driver;
let store: IndexStore;
async function open() {
  driver = await openDuckDb({ path: ':memory:' });
  await prepare(driver, 'tests');
  store = await createIndexStore(driver);
  await store.keep({ calls, at: AT });
}
async function keepTranscripts() {
  const due = await store.dueTranscripts(NOW, 10, []);
  await store.keepTranscripts(
    due.map((of) => ({ of, transcript: of.id.startsWith('c') ? null : spoken, again: null })),
  );
}
const known = async () => store.measures(calls.map(({ id }) => id));
const run = (text: string) => driver.write((session) => session.run(raw(text)));
afterEach(() => store.close());

describe('what is kept of a transcript', () => {
  const expected = measureValues(turnsOf(spoken.messages));

  it('is measured when it is taken in; a call without one is not', async () => {
    expect(expected).toEqual({
      talk_share: 0.7419,
      silence: 5,
      interruptions: 1,
      response_time: 0.875,
      response_time_p95: 1.25,
      tool_calls: 1,
      tool_errors: 1,
      turns: 5,
      first_words: 'Rate?',
    });
    await open();
    expect(await known()).toEqual(new Map());
    await keepTranscripts();
    expect(await known()).toEqual(new Map(calls.slice(0, 2).map(({ id }) => [id, expected])));
    expect((await store.page({ timezone: 'UTC', min_tool_errors: 1 })).count).toBe(2);
    expect(await store.remeasure()).toBe(0);
  });

  it('is measured anew without asking for it again when definitions have changed', async () => {
    await open();
    await keepTranscripts();
    await run('UPDATE call SET measured_by = 0, silence = 99, turns = NULL, interruptions = NULL');
    expect(await store.remeasure()).toBe(2);
    expect(await known()).toEqual(new Map(calls.slice(0, 2).map(({ id }) => [id, expected])));
    expect(await store.remeasure()).toBe(0);
  });

  it('forgets how tools were used where nobody spoke', async () => {
    await open();
    await keepTranscripts();
    await run(
      'UPDATE call SET measured_by = 1, tool_calls = 2, tool_errors = 1 WHERE turns IS NULL',
    );
    const some = () => store.page({ timezone: 'UTC', min_tool_errors: 1 });
    expect((await some()).count).toBe(3);
    expect(await store.remeasure()).toBe(1);
    expect((await some()).count).toBe(2);
  });

  it('is not measured where it is not kept, and asking for it says so', async () => {
    await open();
    await keepTranscripts();
    await noteTranscripts(driver, false);
    expect(await known()).toEqual(new Map());
    for (const query of [{ max_silence: 9 }, { sort_by: 'talk_share' as const }])
      await expect(store.page({ timezone: 'UTC', ...query })).rejects.toMatchObject({
        code: 'transcripts_off',
      });
    expect((await store.page({ timezone: 'UTC', measures: true })).count).toBe(3);
  });
});

it('an index of the version before keeps its calls and learns to measure', async () => {
  await open();
  for (const column of [...MEASURE_KEYS, 'measured_by'])
    await run(`ALTER TABLE call DROP COLUMN ${column}`);
  await driver.write((session) =>
    session.run(sql`UPDATE state SET value = '8' WHERE key = 'version'`),
  );
  expect(await prepare(driver, 'tests')).toBeUndefined();
  store = await createIndexStore(driver);
  await keepTranscripts();
  expect((await store.page({ timezone: 'UTC', min_silence: 5 })).count).toBe(2);
  const rows = await driver.query(
    sql`SELECT value FROM state WHERE key = 'version'`,
    z.object({ value: z.string() }),
  );
  expect(Number(rows[0]?.value)).toBeGreaterThan(8);
});
