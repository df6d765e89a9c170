import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openIndex } from './open';

let folder: string;
const onReadable = vi.fn();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callscope-private-'));
  onReadable.mockClear();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const open = (dataDir: string) =>
  openIndex({
    dataDir,
    demo: false,
    account: ['a'],
    onRebuilt: () => undefined,
    onSetAside: () => undefined,
    onReadable,
  });
const modeOf = (...path: string[]) => (statSync(join(...path)).mode & 0o777).toString(8);

test('a new index and its folder are for their own account alone', async () => {
  const dataDir = join(folder, 'data');
  const store = await open(dataDir);
  expect(modeOf(dataDir)).toBe('700');
  expect(modeOf(dataDir, 'callscope.duckdb')).toBe('600');
  expect(modeOf(dataDir, 'callscope.duckdb.spill')).toBe('700');
  await store.close();
  expect(onReadable).not.toHaveBeenCalled();
});

test('files of before that others can read are closed at the start', async () => {
  await (await open(folder)).close();
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'callscope.duckdb'), 0o644);
  writeFileSync(join(folder, 'callscope.duckdb.wal'), '', { mode: 0o644 });
  const store = await open(folder);
  expect(modeOf(folder)).toBe('700');
  expect(modeOf(folder, 'callscope.duckdb')).toBe('600');
  await store.close();
  expect(onReadable).not.toHaveBeenCalled();
});

test('a folder for everybody stays one, and this is told', async () => {
  chmodSync(folder, 0o1777);
  await (await open(folder)).close();
  expect(modeOf(folder)).toBe('777');
  expect(onReadable).toHaveBeenCalledOnce();
});
