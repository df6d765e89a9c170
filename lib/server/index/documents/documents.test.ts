import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import type { Driver } from '@/lib/server/index/engine/driver';
import { openDuckDb } from '@/lib/server/index/engine/duckdb';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { prepare } from '@/lib/server/index/schema';
import { readDocuments, readPacked, writeDocuments } from './documents';
import { callsOf } from './packed-calls';

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
  const packed = await readPacked(driver, Int32Array.from(documents.keys()));
  // As a thread gets it.
  expect([...callsOf(structuredClone(packed))]).toEqual(ODD.map((text) => JSON.parse(text)));
  for (const missing of [1, 40_000]) {
    const incomplete = await readPacked(driver, Int32Array.of(0, missing));
    expect(() => [...callsOf(incomplete)]).toThrow('document of a call is missing');
  }
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
      const packed = await readPacked(
        driver,
        Int32Array.from(inOrder, ([place]) => place),
      );
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

test('a file does not grow with what is written over, and all of it is found again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callscope-documents-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'index.duckdb');
  const PLACES = 500;
  const noise = fc.sample(fc.string({ minLength: 400, maxLength: 400 }), { numRuns: 50, seed: 1 });
  const textOf = (place: number, round: number) =>
    JSON.stringify({
      place,
      round,
      noise: noise.map((_, n) => noise[(place * 7 + round + n) % 50]?.slice(n)),
    });
  const sizes: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const opened = await openDuckDb({ path });
    await prepare(opened, 'tests');
    const documents = new Map(
      Array.from({ length: PLACES }, (_, place): [number, string] => [place, textOf(place, round)]),
    );
    await opened.write((session) => writeDocuments(session, documents, round === 0 ? 0 : PLACES));
    expect(await readDocuments(opened, [...documents.keys()])).toEqual(documents);
    const few = Array.from({ length: 40 }, (_, n) => n * 12);
    expect([...(await readDocuments(opened, few)).keys()].sort((a, b) => a - b)).toEqual(few);
    await opened.close();
    sizes.push(statSync(path).size);
  }
  expect(sizes.at(-1)).toBeLessThan((sizes[1] ?? 0) * 1.5);
});
