import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { parseExportQuery } from '@/lib/call/query/routes/export-query';
import { generateCalls } from '@/lib/demo/generate';
import { person } from '@/lib/server/auth/person.test-person';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore } from '@/lib/server/index/store';
import { exportCalls } from './export';
import { parseTable } from './formats/csv.test-parser';
import { textHere } from './text-here.test-maker';
import { createExportTurns } from './turns';

const NOW = new Date('2026-11-22T20:00:00Z');
const calls: Call[] = generateCalls({ seed: 'export', now: NOW.getTime(), count: 5000 });
let store: IndexStore;

beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: NOW.toISOString() });
});
afterAll(() => store.close());

async function exported(query: string, from = store) {
  const { query: asked, problems } = parseExportQuery(new URLSearchParams(query));
  expect(problems).toEqual([]);
  const index = {
    store: async () => from,
    condition: () => 'open' as const,
    close: async () => undefined,
  };
  const turns = createExportTurns();
  const parts = { index, currency: 'USD', now: () => NOW, makerOf: textHere, turns };
  const answer = await exportCalls(parts, asked, { who: person('manager') });
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of answer.body) text += decoder.decode(piece, { stream: true });
  return { ...answer, text };
}

describe('an export', () => {
  it('has every call that matches, in order, and says how many', async () => {
    const { text, headers } = await exported('type=Inbound&timezone=America/Chicago');
    const expected = calls.filter(({ type }) => type === 'Inbound').map(({ id }) => id);
    expect(parseTable(text).map(({ id }) => id)).toEqual(expected);
    expect(headers['x-total-count']).toBe(String(expected.length));
  });

  it('has how each conversation began, and says of how many calls that is known', async () => {
    const own = await openMemoryIndex();
    await own.keep({ calls: calls.slice(0, 4), at: NOW.toISOString() });
    const [of] = await own.dueTranscripts(NOW.getTime() + 2 * 86_400_000, 1, []);
    if (!of) throw new Error('nothing is due');
    const say = (role: string, content: string) => ({ role, content, start: 0, end: 1 });
    const messages = [say('assistant', 'Hello'), say('user', '=1+1 “rate”, please')];
    await own.keepTranscripts([{ of, transcript: { messages, odd: [] }, again: null }]);
    const { text, headers } = await exported('', own);
    const began = parseTable(text).map(({ id, first_words }) => [id, first_words]);
    const expected = (id: string) => (id === of.id ? "'=1+1 “rate”, please" : '');
    expect(began).toEqual(calls.slice(0, 4).map(({ id }) => [id, expected(id)]));
    expect(headers['x-transcripts-read']).toBe('1/4');
    const lines = (await exported('format=jsonl', own)).text.trim().split('\n');
    const known = lines.map((line) => JSON.parse(line).measures?.first_words);
    expect(known.filter(Boolean)).toEqual(['=1+1 “rate”, please']);
    expect((await exported('format=focus', own)).headers).not.toHaveProperty('x-transcripts-read');
    await own.close();
  });

  it('says of how many calls extracted values are known, where they decide what is in it', async () => {
    const partly = { ...store, extractedCalls: async () => 1200 };
    for (const query of ['has_x.load_id=true', 'format=focus&not_x.load_id=7', 'sort_by=x.load_id'])
      expect((await exported(query, partly)).headers['x-extracted-read']).toBe('1200/5000');
    expect((await exported('', partly)).headers).not.toHaveProperty('x-extracted-read');
  });

  it('is sorted as asked', async () => {
    const { text } = await exported('sort_by=total_cost&sort=asc&has_cost=true&format=csv');
    const costs = parseTable(text).map(({ total_cost }) => Number(total_cost));
    expect(costs.length).toBeGreaterThan(2000);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });

  it.each([
    ['', 'callscope-calls-until-2026-11-22.csv'],
    ['format=jsonl', 'callscope-calls-until-2026-11-22.jsonl'],
    ['from=-7d&format=focus', 'callscope-costs-focus-2026-11-15-to-2026-11-22.csv'],
    [
      'from=2026-11-01T05:00:00Z&to=2026-11-08T05:59:59.999Z&timezone=America/Chicago&tags=%22%0D%0A..%2Fx',
      'callscope-calls-2026-11-01-to-2026-11-07-filtered.csv',
    ],
    ['from=last-month&timezone=Asia/Tokyo', 'callscope-calls-2026-10-01-to-2026-10-31.csv'],
    ['from=9999-12-31T23:59:59Z&timezone=Asia/Tokyo', 'callscope-calls-'],
  ])('of %s is named %s', async (query, name) => {
    const { headers } = await exported(query);
    const disposition = headers['content-disposition'] ?? '';
    expect(disposition).toMatch(/^attachment; filename="[a-z0-9.-]+"$/);
    expect(disposition).toContain(`filename="${name}`);
  });
});

describe('the question', () => {
  it.each([
    ['limit=5', 'limit'],
    ['offset=0', 'offset'],
    ['format=xml', 'format'],
    ['format=csv&format=jsonl', 'format'],
    ['bom=1', 'bom'],
    ['format=jsonl&bom=false', 'bom'],
    ['dialect=tabs', 'dialect'],
    ['format=jsonl&dialect=plain', 'dialect'],
    ['colour=red', 'colour'],
  ])('%s is refused for its %s', (query, field) => {
    const { problems } = parseExportQuery(new URLSearchParams(query));
    expect(problems).toMatchObject([{ field }]);
  });

  it.each(['exact', 'plain'])('dialect=%s is exact', (dialect) => {
    const { query, problems } = parseExportQuery(new URLSearchParams({ dialect }));
    expect([query, problems]).toEqual([{ dialect: 'exact' }, []]);
  });
});
