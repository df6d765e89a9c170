import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { openDuckDb } from './duckdb';
import { raw } from './sql';

let path: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'callscope-spill-'));
  path = join(folder, 'callscope.duckdb');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

test('what does not fit into memory goes to the disk beside the index', async () => {
  const driver = await openDuckDb({ path, memory: 40 });
  let used = 0;
  const watch = setInterval(() => {
    const [own = ''] = readdirSync(`${path}.spill`);
    used = Math.max(used, readdirSync(join(`${path}.spill`, own)).length);
  }, 5);
  // Some 60 MB to be sorted.
  const rows = await driver.query(
    raw(`SELECT max(last) AS last FROM (
           SELECT i AS last FROM (SELECT i, CAST(hash(i) AS VARCHAR) || CAST(hash(-i) AS VARCHAR) AS name
                                  FROM range(700000) t(i))
           ORDER BY name, i LIMIT 690000 OFFSET 10)`),
    z.object({ last: z.number() }),
  );
  clearInterval(watch);
  expect(rows).toEqual([{ last: expect.any(Number) }]);
  expect(used).toBeGreaterThan(0);
  await driver.close();
  expect(existsSync(`${path}.spill`)).toBe(false);
});

test('what a killed process has put aside is removed at the next start', async () => {
  const left = join(`${path}.spill`, 'left-behind');
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'rows');
  const driver = await openDuckDb({ path });
  expect(existsSync(left)).toBe(false);
  await driver.close();
});
