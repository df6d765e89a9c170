import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { readDocuments, readPacked, writeDocuments } from './documents';
import type { Driver } from './driver';
import { openDuckDb } from './duckdb';
import { callsOf } from './packed-calls';
import { prepare } from './schema';
import { raw, sql } from './sql';

let driver: Driver;

beforeAll(async () => {
  driver = await openDuckDb({ path: ':memory:' });
});
afterAll(() => driver.close());

const empty = async () => {
  await prepare(driver, String(Math.random()));
};
const write = (documents: Map<number, string>, end: number) =>
  driver.write((session) => writeDocuments(session, documents, end));
const blocks = async () =>
  driver.query(raw('SELECT block FROM document ORDER BY block'), z.object({ block: z.number() }));

const ODD = [
  '{"a":"🚚 مرحبا"}',
  JSON.stringify({ half: '\ud83d', other: '\udE9a', line: 'a\nb\r\u2028\u0000' }),
  '{}',
  JSON.stringify({ long: 'x'.repeat(1_000_000) }),
  JSON.stringify({ noise: Array.from({ length: 30_000 }, (_, n) => Math.sin(n)) }),
];

test('odd documents come back as they were, in whatever order they are asked for', async () => {
  await empty();
  const documents = new Map(ODD.map((document, index) => [index * 7, document]));
  await write(documents, 0);
  const places = [...documents.keys(), 1, 14, 40_000];
  const found = await readDocuments(driver, places.reverse());
  expect(new Map([...found].sort(([a], [b]) => a - b))).toEqual(documents);
  const packed = await readPacked(driver, Int32Array.from(places));
  const written = places.flatMap((place) => documents.get(place) ?? []);
  // As a thread gets it.
  expect([...callsOf(structuredClone(packed))]).toEqual(written.map((text) => JSON.parse(text)));
});

test('whatever is written over whatever, each place has what it was given last', async () => {
  const change = fc.uniqueArray(fc.tuple(fc.nat(150), fc.json()), {
    maxLength: 60,
    selector: ([place]) => place,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
      await empty();
      const expected = new Map<number, string>();
      for (const change of changes) {
        const end = Math.max(-1, ...expected.keys()) + 1;
        const documents = new Map(change.map(([place, json]) => [place, JSON.stringify({ json })]));
        await write(documents, end);
        for (const [place, document] of documents) expected.set(place, document);
      }
      const places = Array.from({ length: 151 }, (_, place) => place);
      const found = await readDocuments(driver, places);
      const inOrder = [...expected].sort(([a], [b]) => a - b);
      expect(found).toEqual(new Map(inOrder));
      const packed = await readPacked(driver, Int32Array.from(places));
      expect([...callsOf(packed)]).toEqual(inOrder.map(([, text]) => JSON.parse(text)));
      const used = new Set([...expected.keys()].map((place) => Math.floor(place / 8)));
      expect((await blocks()).map(({ block }) => block)).toEqual([...used].sort((a, b) => a - b));
    }),
    { numRuns: 40 },
  );
});

test('a failing transaction leaves the blocks as they were', async () => {
  await empty();
  await write(new Map([[0, '{"a":1}']]), 0);
  const failing = driver.write(async (session) => {
    await writeDocuments(session, new Map([[0, '{"a":2}']]), 1);
    await session.run(sql`SELECT error('no')`);
  });
  await expect(failing).rejects.toThrow('no');
  expect(await readDocuments(driver, [0])).toEqual(new Map([[0, '{"a":1}']]));
});
