import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import type { Driver, Reader } from './driver';
import { openDuckDb } from './duckdb';
import { raw } from './sql';

let driver: Driver;

afterEach(() => driver.close());

const open = async (options: { memory?: number; limitMs?: number } = {}) => {
  driver = await openDuckDb({ path: ':memory:', ...options });
};

const row = z.object({ n: z.number() });
/** Takes minutes. */
const ENDLESS = raw(
  'SELECT count(*) AS n FROM range(100000000) a(i), range(1000) b(j) WHERE hash(i + j) % 7 = 3',
);
const QUICK = raw('SELECT 1 AS n');
/** So many numbers have to be held at once, at some 30 bytes each. */
const heavy = (numbers: number) =>
  raw(`SELECT count(*) AS n FROM (SELECT i FROM range(${numbers}) t(i) GROUP BY i)`);

const endless = (reader: Reader) => reader.query(ENDLESS, row);
const quick = (reader: Reader) => reader.query(QUICK, row);

test('a question ends when nobody waits for it any more, and its connection answers others', async () => {
  await open();
  const browser = new AbortController();
  const gone = Array.from({ length: 5 }, () => driver.asked(endless, browser.signal));
  const ends = Promise.allSettled(gone);
  browser.abort();
  for (const end of await ends)
    expect(end).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
  const answers = await Promise.all(Array.from({ length: 5 }, () => driver.asked(quick)));
  expect(answers).toEqual(Array.from({ length: 5 }, () => [{ n: 1 }]));
});

test('it ends also in the middle, and all of its parts with it', async () => {
  await open();
  const browser = new AbortController();
  const both = driver.asked(
    (reader) => Promise.all([endless(reader), endless(reader)]),
    browser.signal,
  );
  const end = expect(both).rejects.toMatchObject({ name: 'AbortError' });
  // The third connection is asked in vain as long as nothing else is.
  await driver.asked(quick);
  browser.abort();
  await end;
});

test('when one part of a question fails, the others end', async () => {
  await open();
  await expect(
    driver.asked((reader) =>
      Promise.all([endless(reader), reader.query(raw('SELECT nothing AS n'), row)]),
    ),
  ).rejects.toThrow(/nothing/);
  expect(await driver.asked(quick)).toEqual([{ n: 1 }]);
});

test('a question that takes too long is ended, and told so', async () => {
  await open({ limitMs: 300 });
  await expect(driver.asked(endless)).rejects.toMatchObject({ code: 'index_timeout' });
});

test('a question whose turn does not come in time is told that there is too much to do', async () => {
  await open({ limitMs: 300 });
  const before = Array.from({ length: 3 }, () => driver.query(ENDLESS, row));
  void Promise.allSettled(before);
  await expect(driver.asked(quick)).rejects.toMatchObject({
    code: 'index_overloaded',
    extra: { retry_after: 5 },
  });
});

test('what has no memory beside others runs alone', async () => {
  await open({ memory: 20 });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => driver.asked((reader) => reader.query(heavy(300_000), row))),
  );
  expect(answers).toEqual(Array.from({ length: 6 }, () => [{ n: 300_000 }]));
});

test('what has no memory even alone is refused, and others go on', async () => {
  await open({ memory: 20 });
  await expect(driver.asked((reader) => reader.query(heavy(3_000_000), row))).rejects.toMatchObject(
    { code: 'index_overloaded', extra: { retry_after: 5 } },
  );
  expect(await driver.asked(quick)).toEqual([{ n: 1 }]);
});

test('a write that has no memory is undone, tried once more, and refused', async () => {
  await open({ memory: 20 });
  const told: string[] = [];
  const written = driver.write(
    async (session) => {
      told.push('run');
      await session.run(raw('CREATE TABLE small AS SELECT 1 AS n'));
      await session.query(heavy(3_000_000), row);
    },
    () => told.push('undone'),
  );
  await expect(written).rejects.toMatchObject({ code: 'index_overloaded' });
  expect(told).toEqual(['run', 'undone', 'run', 'undone']);
  await expect(driver.asked((reader) => reader.query(raw('FROM small'), row))).rejects.toThrow();
});

test('reads of one moment go on after memory was short, as long as nothing was written', async () => {
  await open({ memory: 20 });
  await driver.write((session) => session.run(raw('CREATE TABLE seen AS SELECT 1 AS n')));
  const seen: unknown[] = [];
  const read = async () => {
    for await (const rows of driver.snapshot(async function* (reader) {
      for (let piece = 0; piece < 3; piece += 1) yield reader.query(heavy(300_000), row);
    }))
      seen.push(rows);
  };
  await Promise.all([read(), read(), read()]);
  expect(seen).toEqual(Array.from({ length: 9 }, () => [{ n: 300_000 }]));
});

test('reads of one moment end when nobody waits any more', async () => {
  await open();
  const browser = new AbortController();
  const pieces = driver.snapshot(async function* (reader) {
    yield quick(reader);
    yield endless(reader);
  }, browser.signal);
  const read = async () => {
    for await (const rows of pieces) if (rows.length > 0) setImmediate(() => browser.abort());
  };
  await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
});
