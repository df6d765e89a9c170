import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { saidTerms } from '@/lib/call/query/said';
import type { Transcript } from '@/lib/call/transcript/transcript';
import type { Reader } from '@/lib/server/index/engine/driver';
import { openDuckDb } from '@/lib/server/index/engine/duckdb';
import { raw } from '@/lib/server/index/engine/sql';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { openIndex } from '@/lib/server/index/open';
import { prepare } from '@/lib/server/index/schema';
import { createIndexStore } from '@/lib/server/index/sql-store';
import type { DueTranscript, IndexStore } from '@/lib/server/index/store';
import { saidConditions } from './said';
import { putWordsAway, sweepRuns } from './words';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const HOUR = 3_600_000;
const utc = { timezone: 'UTC' };

type Said = [role: string, text: string];

const VERSION_11 = [
  { name: 'place', type: 'INTEGER' },
  { name: 'course', type: 'VARCHAR' },
  { name: 'due_at', type: 'BIGINT' },
  { name: 'dictionary', type: 'INTEGER' },
  { name: 'packed', type: 'BLOB' },
] as const;

const aCall = (n: number, change: object = {}): Call =>
  callSchema.parse({
    id: `c${n}`,
    type: 'Inbound',
    status: 'Completed',
    duration: 60,
    created: new Date(NOW - n * HOUR).toISOString(),
    ...change,
  });

function transcriptOf(said: readonly Said[]): Transcript {
  const messages = said.map(([role, content], at) => ({
    role,
    content,
    start: at * 5,
    end: at * 5 + 4,
  }));
  return { messages, odd: [] };
}

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
});
afterAll(() => store.close());

const keep = (calls: Call[], at = NOW) => store.keep({ calls, at: new Date(at).toISOString() });
const due = (now = NOW) => store.dueTranscripts(now, 1000, []);
const found = async (said: string) =>
  (await store.page({ ...utc, said, limit: 2000 })).calls.map(({ id }) => id).sort();

async function readAll(saidOn: (call: DueTranscript) => readonly Said[] | null, now = NOW) {
  const batch = (await due(now)).map((of) => {
    const said = saidOn(of);
    return { of, transcript: said && transcriptOf(said), again: null };
  });
  await store.keepTranscripts(batch);
}

describe('an index on disk', () => {
  const file = (dataDir: string) => join(dataDir, 'callscope.duckdb');
  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'callscope-transcripts-'));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return path;
  };
  const rebuilt: string[] = [];
  const open = (dataDir: string, transcripts = true) =>
    openIndex({
      dataDir,
      demo: false,
      account: ['a'],
      transcripts,
      onRebuilt: (reason) => rebuilt.push(reason),
      onSetAside: (name) => rebuilt.push(name),
    });
  const fill = async (own: IndexStore) => {
    await own.keep({ calls: [aCall(1)], at: new Date(NOW).toISOString() });
    const [of] = await own.dueTranscripts(NOW, 1, []);
    if (of)
      await own.keepTranscripts([
        { of, transcript: transcriptOf([['user', 'hello']]), again: null },
      ]);
  };

  it('of the version before keeps its calls, and lacks what was said on them only', async () => {
    const dataDir = folder();
    const before = await open(dataDir);
    await fill(before);
    await before.close();
    const driver = await openDuckDb({ path: file(dataDir) });
    await driver.write(async (session) => {
      for (const table of ['transcript', 'transcript_dictionary', 'spoken', 'spoken_new'])
        await session.run(raw(`DROP TABLE ${table}`));
      await session.run(raw("UPDATE state SET value = '8' WHERE key = 'version'"));
    });
    await driver.close();
    for (const read of [0, 1]) {
      const after = await open(dataDir);
      expect((await after.content()).indexed).toBe(1);
      expect(await after.transcriptContent()).toEqual({ read, without: 0 });
      await fill(after);
      await after.close();
    }
    expect(rebuilt).toEqual([]);
  });

  // The first left it and numbered its calls anew; the second kept other words.
  it.each([8, 10])('reads anew what version %d left of transcripts', async (version) => {
    const dataDir = folder();
    const before = await open(dataDir);
    await fill(before);
    await before.close();
    const driver = await openDuckDb({ path: file(dataDir) });
    await driver.write((session) =>
      session.run(raw(`UPDATE state SET value = '${version}' WHERE key = 'version'`)),
    );
    await driver.close();
    const after = await open(dataDir);
    expect(await after.transcriptContent()).toEqual({ read: 0, without: 0 });
    expect((await after.page({ ...utc, said: 'hello' })).count).toBe(0);
    expect(await after.dueTranscripts(NOW, 10, [])).toHaveLength(1);
    await fill(after);
    expect((await after.page({ ...utc, said: 'hello' })).count).toBe(1);
    await after.close();
    expect(rebuilt).toEqual([]);
  });

  it('forgets what was said where it is not kept, and says so to who asks for it', async () => {
    const dataDir = folder();
    const on = await open(dataDir);
    await fill(on);
    await on.close();
    const off = await open(dataDir, false);
    expect(await off.transcriptContent()).toEqual({ read: 0, without: 0 });
    const refused = { code: 'transcripts_off' };
    await expect(off.page({ ...utc, said: 'hello' })).rejects.toMatchObject(refused);
    await expect(off.facets({ ...utc, said: 'hello' })).rejects.toMatchObject(refused);
    expect((await off.page(utc)).count).toBe(1);
    await off.close();
    const again = await open(dataDir);
    expect((await again.page({ ...utc, said: 'hello' })).count).toBe(0);
    expect(await again.dueTranscripts(NOW, 10, [])).toHaveLength(1);
    await again.close();
  });

  it('of the version before keeps what was said, and finds it once its words are taken anew', async () => {
    const dataDir = folder();
    const before = await open(dataDir);
    await fill(before);
    await before.close();
    const driver = await openDuckDb({ path: file(dataDir) });
    const packed = deflateRawSync(JSON.stringify([[1, 2, 4.5, 'hello there']]));
    await driver.write(async (session) => {
      for (const table of ['spoken', 'spoken_new', 'spoken_gone', 'transcript'])
        await session.run(raw(`DROP TABLE ${table}`));
      for (const table of ['spoken', 'spoken_new'])
        await session.run(raw(`CREATE TABLE ${table} (word BIGINT, place INTEGER, sides INTEGER)`));
      const columns = VERSION_11.map(({ name, type }) => `${name} ${type}`).join(', ');
      await session.run(raw(`CREATE TABLE transcript (${columns})`));
      await session.run(raw('CREATE INDEX transcript_place ON transcript (place)'));
      await session.append('transcript', VERSION_11, [[0, '1 60000 0', null, 0, packed]]);
      await session.run(raw("UPDATE state SET value = '11' WHERE key = 'version'"));
    });
    await driver.close();
    const after = await open(dataDir);
    expect(await after.dueTranscripts(NOW, 10, [])).toEqual([]);
    expect(await after.transcriptContent()).toEqual({ read: 0, without: 0 });
    expect(await after.remeasure()).toBe(1);
    expect(await after.remeasure()).toBe(0);
    expect(await after.transcriptContent()).toEqual({ read: 1, without: 0 });
    const { count, spoken } = await after.page({ ...utc, said: '"hello there"' });
    expect(count).toBe(1);
    const turn = { side: 'caller', start: 2, end: 4.5, text: 'hello there' };
    expect(spoken).toEqual(new Map([['c1', [turn]]]));
    await after.close();
    expect(rebuilt).toEqual([]);
  });
});

describe('which transcripts are to be read', () => {
  it('those of calls that have ended, newest first, once each, and again when told so or changed', async () => {
    const own = await openMemoryIndex();
    const keepOwn = (calls: Call[], at = NOW) =>
      own.keep({ calls, at: new Date(at).toISOString() });
    const ids = async (now = NOW) => (await own.dueTranscripts(now, 10, [])).map(({ id }) => id);
    const running = { status: 'In progress', duration: null };
    await keepOwn([
      aCall(1),
      aCall(2),
      aCall(3, running),
      aCall(30, running),
      aCall(4, { status: 'No answer', duration: null }),
      aCall(-1, { status: 'Scheduled', duration: null }),
    ]);
    expect(await ids()).toEqual(['c1', 'c2', 'c4', 'c30']);
    expect((await own.dueTranscripts(NOW, 1, [])).map(({ id }) => id)).toEqual(['c1']);
    const [first, second, ...rest] = await own.dueTranscripts(NOW, 10, []);
    if (!first || !second) throw new Error('nothing is due');
    expect(first.ended).toBe(NOW - HOUR + 60_000);
    expect(await own.dueTranscripts(NOW, 10, [first.place])).toEqual([second, ...rest]);
    await own.keepTranscripts([
      { of: first, transcript: transcriptOf([['user', 'hello']]), again: NOW + HOUR },
      { of: second, transcript: null, again: null },
      ...rest.map((of) => ({ of, transcript: null, again: null })),
    ]);
    expect(await own.transcriptContent()).toEqual({ read: 4, without: 3 });
    expect(await ids()).toEqual([]);
    expect(await ids(NOW + HOUR)).toEqual(['c1']);
    // What people do with a call does not change what was said on it.
    await keepOwn([aCall(2, { viewed_by: ['dana@carrier.example'] })], NOW + 1);
    expect(await ids()).toEqual([]);
    await keepOwn([aCall(2, { duration: 61 }), aCall(3)], NOW + 2);
    expect(await ids()).toEqual(['c2', 'c3']);
    await own.close();
  });

  it('is forgotten with its call, and read anew when the call comes back', async () => {
    const own = await openMemoryIndex();
    await own.keep({ calls: [aCall(1), aCall(2)], at: new Date(NOW).toISOString() });
    const batch = (await own.dueTranscripts(NOW, 10, [])).map((of) => ({
      of,
      transcript: transcriptOf([['user', 'double brokered']]),
      again: null,
    }));
    await own.keepTranscripts(batch);
    await own.markAbsent(['c1']);
    await own.markAbsent(['c1']);
    expect(await own.transcriptContent()).toEqual({ read: 1, without: 0 });
    // One that was asked for before it went leaves nothing either.
    await own.keepTranscripts(batch);
    expect(await own.transcriptContent()).toEqual({ read: 1, without: 0 });
    await own.keep({ calls: [aCall(1)], at: new Date(NOW + 1).toISOString() });
    expect((await own.page({ ...utc, said: 'brokered' })).calls.map(({ id }) => id)).toEqual([
      'c2',
    ]);
    expect((await own.dueTranscripts(NOW, 10, [])).map(({ id }) => id)).toEqual(['c1']);
    await own.close();
  });
});

describe('what was said', () => {
  it('is read for phrases on calls of the dates that are asked for, and no others', async () => {
    const driver = await openDuckDb({ path: ':memory:' });
    await prepare(driver, 'tests');
    const own = await createIndexStore(driver);
    const calls = [1, 2, 3, 4, 5, 6].map((n) => aCall(n, { costs: { total: 1 } }));
    await own.keep({ calls, at: new Date(NOW).toISOString() });
    const transcript = transcriptOf([['user', 'double brokered']]);
    const due = await own.dueTranscripts(NOW, 10, []);
    await own.keepTranscripts(due.map((of) => ({ of, transcript, again: null })));
    let read = 0;
    const reader: Reader = {
      async query(question, row) {
        const rows = await driver.query(question, row);
        if (/packed\s+FROM transcript/.test(question.parts.join(''))) read += rows.length;
        return rows;
      },
    };
    const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
    const said = '"double brokered"';
    await saidConditions(reader, said, { from: ago(2.5) });
    expect(read).toBe(2);
    await saidConditions(reader, said, { from: ago(5), to: ago(4) });
    expect(read).toBe(4);
    // Those that were read before are not read again, whoever asks; and not twice by who asks at the same time.
    await Promise.all([saidConditions(reader, said, {}), saidConditions(reader, said, {})]);
    expect(read).toBe(6);
    await saidConditions(reader, 'caller:"double brokered"', { from: ago(2.5) });
    expect(read).toBe(8);
    await own.keep({ calls: [aCall(1, { duration: 61 })], at: new Date(NOW + 1).toISOString() });
    const [again] = await own.dueTranscripts(NOW, 10, []);
    if (again) await own.keepTranscripts([{ of: again, transcript, again: null }]);
    await saidConditions(reader, said, {});
    expect(read).toBe(9);
    // What is told beside a range is told of the others all the same.
    const query = { ...utc, said, from: ago(2.5), to: ago(0) };
    const { count, ranges } = await own.facets(query);
    expect(count).toBe(2);
    expect(ranges.created).toEqual({ min: ago(6), max: ago(1) });
    const previous = { from: ago(5.5), to: ago(2.5) };
    const costs = await own.costs({
      ...query,
      previous,
      now: ago(0),
      interval: 'day',
      group_by: 'none',
    });
    expect([costs.totals.calls, costs.previous?.calls]).toEqual([2, 3]);
    await own.close();
  });

  it('is found in texts without a stamp, too, when a wide range follows a narrow one', async () => {
    const driver = await openDuckDb({ path: ':memory:' });
    await prepare(driver, 'tests');
    const own = await createIndexStore(driver);
    await own.keep({ calls: [1, 2, 3, 4].map((n) => aCall(n)), at: new Date(NOW).toISOString() });
    const transcript = transcriptOf([['user', 'left by version eleven']]);
    const due = await own.dueTranscripts(NOW, 10, []);
    await own.keepTranscripts(due.map((of) => ({ of, transcript, again: null })));
    await driver.write((session) => session.run(raw('UPDATE transcript SET stamp = NULL')));
    const said = '"version eleven"';
    const from = new Date(NOW - 1.5 * HOUR).toISOString();
    const to = new Date(NOW - 3.5 * HOUR).toISOString();
    expect((await own.page({ ...utc, said, to })).count).toBe(1);
    expect((await own.page({ ...utc, said, from })).count).toBe(1);
    expect((await own.page({ ...utc, said })).count).toBe(4);
    await own.close();
  });

  it('is searched in the first million characters of a call', async () => {
    const own = await openMemoryIndex();
    await own.keep({ calls: [aCall(1)], at: new Date(NOW).toISOString() });
    const [of] = await own.dueTranscripts(NOW, 1, []);
    if (!of) throw new Error('nothing is due');
    const noise = 'однажды вечером '.repeat(40_000);
    const said: Said[] = [
      ['user', `${noise} early`],
      ['user', `${noise} late`],
      ['user', 'last'],
    ];
    await own.keepTranscripts([{ of, transcript: transcriptOf(said), again: null }]);
    const counts = ['early', 'late', 'last'].map(
      async (word) => (await own.page({ ...utc, said: word })).count,
    );
    expect(await Promise.all(counts)).toEqual([1, 0, 0]);
    await own.close();
  });

  it('is taken in a call at a time, while others have their turn', async () => {
    const own = await openMemoryIndex();
    const calls = [1, 2, 3].map((n) => aCall(n));
    await own.keep({ calls, at: new Date(NOW).toISOString() });
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    const seen: number[] = [];
    const batch = (await own.dueTranscripts(NOW, 10, [])).map((of) => ({
      of,
      transcript: {
        odd: [],
        get messages() {
          const started = performance.now();
          while (performance.now() - started < 10);
          seen.push(turns);
          return [];
        },
      },
      again: null,
    }));
    setImmediate(count);
    await own.keepTranscripts(batch);
    isOver = true;
    expect(new Set(seen).size).toBeGreaterThanOrEqual(3);
    await own.close();
  });

  it('is found by words, phrases and speakers, whatever their case and accents', async () => {
    const said: Record<string, Said[]> = {
      c1: [
        ['assistant', 'Gracias por llamar. ¿En qué le puedo ayudar?'],
        ['user', 'The load was DOUBLE-brokered, wasn’t it?'],
      ],
      c2: [
        ['user', 'It was double'],
        ['user', 'brokered by them'],
        ['system', 'secret instructions'],
        ['tool', '{"carrier":"toolword"}'],
      ],
      c3: [
        ['assistant', 'Ἡ ΟΔΟΣ, Straße, ＦＵＬＬ width, ﬁne 🚚 ok'],
        ['user', 'مَرْحَبًا بكم. 双重经纪。'],
        ['human_agent', 'transferred to me'],
      ],
      c4: [['user', 'Malmø, Łódź: bro\u00adkered. I donʼt. को कीमत']],
    };
    await keep([aCall(1), aCall(2), aCall(3), aCall(4)]);
    await readAll(({ id }) => said[id] ?? null);
    const cases: [string, string[]][] = [
      ['brokered double', ['c1', 'c2']],
      ['"double brokered"', ['c1']],
      ['“double brokered', ['c1']],
      ['double-brokered', ['c1']],
      ['AYUDAR que', ['c1']],
      ['agent:ayudar', ['c1']],
      ['caller:ayudar', []],
      ['Caller:"was double"', ['c1', 'c2']],
      ['agent:"was double"', []],
      ["wasn't", ['c1']],
      ['secret', []],
      ['toolword', []],
      ['οδος', ['c3']],
      ['strasse', ['c3']],
      ['straße full fine', ['c3']],
      ['مرحبا', ['c3']],
      ['重经', ['c3']],
      ['经重', []],
      ['transferred', ['c3']],
      ['caller:transferred', []],
      ['nobody', []],
      ['malmo lodz', ['c4']],
      ['brokered', ['c1', 'c2', 'c4']],
      ["don't", ['c4']],
      ['कीमत', ['c4']],
      ['कमत', []],
      ['का', []],
    ];
    for (const [query, ids] of cases) expect([query, await found(query)]).toEqual([query, ids]);
    // With other filters, and counted.
    const { count } = await store.page({
      ...utc,
      said: 'double',
      from: new Date(NOW - 1.5 * HOUR).toISOString(),
    });
    expect(count).toBe(1);
    expect((await store.facets({ ...utc, said: 'double' })).count).toBe(2);
  });

  it('is what plain JavaScript finds, however it is written, put away and read again', async () => {
    const driver = await openDuckDb({ path: ':memory:' });
    await prepare(driver, 'tests');
    const own = await createIndexStore(driver);
    const word = fc.constantFrom(
      'uno',
      'Üno',
      'two',
      'tWo',
      'ﬁn',
      'fin',
      '双',
      '重双',
      'مَر',
      'مر',
      "don't",
      '🚚',
      'e\u0301',
      '42',
    );
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ', ', '-', '\n')), { maxLength: 6 })
      .map((parts) => parts.flat().join(''));
    const turn: fc.Arbitrary<Said> = fc.tuple(
      fc.constantFrom('assistant', 'user', 'system', 'robot'),
      text,
    );
    const round = fc.array(fc.option(fc.array(turn, { maxLength: 4 }), { freq: 5 }), {
      minLength: 6,
      maxLength: 6,
    });
    const part = fc.tuple(
      fc.constantFrom('', 'agent:', 'caller:'),
      fc.oneof(
        word,
        fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
      ),
    );
    const query = fc
      .array(part, { minLength: 1, maxLength: 2 })
      .map((parts) => parts.map((each) => each.join('')).join(' '))
      .filter((said) => /[\p{L}\p{N}]/u.test(said));
    let clock = NOW;
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        round,
        fc.array(query, { minLength: 3, maxLength: 3 }),
        fc.constantFrom(undefined, putWordsAway, sweepRuns),
        async (said, queries, tidy) => {
          clock += 1;
          // Changed, so that all are read again.
          const calls = said.map((_, n) => aCall(n, { duration: clock - NOW }));
          await own.keep({ calls, at: new Date(clock).toISOString() });
          const batch = (await own.dueTranscripts(NOW, 10, [])).map((of) => {
            const turns = said[Number(of.id.slice(1))] ?? null;
            return { of, transcript: turns && transcriptOf(turns), again: null };
          });
          expect(batch).toHaveLength(said.length);
          await own.keepTranscripts(batch);
          if (tidy) await driver.write(tidy);
          for (const query of queries) {
            const { calls: matching } = await own.page({ ...utc, said: query });
            const expected = said.flatMap((turns, n) =>
              turns && matches(turns, query) ? [`c${n}`] : [],
            );
            expect([query, matching.map(({ id }) => id).sort()]).toEqual([query, expected]);
            hits += expected.length;
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(hits).toBeGreaterThan(20);
    await own.close();
  });
});

const ROLES: Record<string, string> = { assistant: 'agent', user: 'caller', robot: 'other' };

/** Each turn as a line of words with blanks around them. */
function matches(said: readonly Said[], query: string): boolean {
  const lines = said.flatMap(([role, text]) => {
    const side = ROLES[role];
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const words = plain.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
    return side ? [{ side, line: ` ${words.join(' ')} ` }] : [];
  });
  const terms = saidTerms(query);
  if (terms.length === 0) return false;
  return terms.every(({ side, words }) =>
    lines.some(
      (each) => (side === null || each.side === side) && each.line.includes(` ${words.join(' ')} `),
    ),
  );
}
