import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDuckDb } from './engine/duckdb';
import { isDamage, reasonOf } from './engine/error-messages';
import { raw } from './engine/sql';
import { holdIndex } from './index-handle';
import { openIndex } from './open';
import type { IndexStore } from './store';

const OPEN = new URL('./open.ts', import.meta.url).href;
const AT = '2026-11-20T12:00:00.000Z';
const call = (id: string) => ({
  id,
  type: 'Inbound',
  status: 'Completed',
  created: '2026-11-20T10:00:00Z',
});

let folder: string;
let file: string;
let told: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callscope-damage-'));
  file = join(folder, 'callscope.duckdb');
  told = [];
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const open = (dataDir = folder) =>
  openIndex({
    dataDir,
    demo: false,
    account: ['a'],
    onRebuilt: (reason) => told.push(reason),
    onSetAside: (name) => told.push(name),
  });

async function filled(): Promise<void> {
  const store = await open();
  await store.keep({ calls: [call('c1')], at: AT });
  await store.close();
}

async function all(batches: AsyncIterable<Iterable<unknown>>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

async function indexed(store: IndexStore): Promise<number> {
  return (await store.content()).indexed;
}

/** Runs a piece of TypeScript in a process of its own, before which `limit` is put; gives back what it wrote. */
async function elsewhere(code: string, limit: readonly string[] = [], killed = false) {
  const whole = `
    import { openIndex } from ${JSON.stringify(OPEN)};
    const options = { dataDir: ${JSON.stringify(folder)}, demo: false, account: ['a'], onRebuilt() {}, onSetAside() {} };
    const call = (id) => ({ id, type: 'Inbound', status: 'Completed', created: '2026-11-20T10:00:00Z' });
    const AT = ${JSON.stringify(AT)};
    ${code}`;
  const [command = '', ...args] = [...limit, process.execPath, '--import', 'tsx'];
  const child = spawn(command, [...args, '--input-type=module', '-e', whole], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
    if (killed) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text;
}

describe('a damaged index is set aside and built anew', () => {
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
  const damages: [string, (bytes: Buffer) => Uint8Array][] = [
    ['of nothing', () => Buffer.alloc(0)],
    ['of zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['of garbage', (bytes) => bytes.map((_, at) => (at * 7919) & 0xff)],
    ['of another program', () => Buffer.from(`SQLite format 3\0${'x'.repeat(9000)}`)],
    ['that is cut in its head', (bytes) => bytes.subarray(0, 100)],
    ['that is cut in half', half],
    ['with bits that turned', (bytes) => bytes.map((byte, at) => (at % 900 ? byte : byte ^ 0xff))],
  ];

  test.each(damages)('a file %s', async (_, damage) => {
    await filled();
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    const store = await open();
    expect(told).toEqual([expect.stringMatching(/^callscope\.damaged-[\dT.Z-]+\.duckdb$/)]);
    expect(readFileSync(join(folder, told[0] ?? '')).equals(damaged)).toBe(true);
    expect(await indexed(store)).toBe(0);
    await store.keep({ calls: [call('c2')], at: AT });
    await store.close();
    const again = await open();
    expect(await indexed(again)).toBe(1);
    await again.close();
    expect(told).toHaveLength(1);
  });

  test('a write-ahead log with bits that turned, which goes with its file', async () => {
    await elsewhere(
      `const store = await openIndex(options);
       for (let n = 0; n < 20; n += 1) await store.keep({ calls: [call('c' + n)], at: AT });
       console.log('kept');
       setInterval(() => {}, 1000);`,
      [],
      true,
    );
    const log = readFileSync(`${file}.wal`);
    writeFileSync(
      `${file}.wal`,
      log.map((byte, at) => (at > 50 && at % 500 === 0 ? byte ^ 0xff : byte)),
    );
    const store = await open();
    expect(told).toHaveLength(1);
    expect(existsSync(join(folder, `${told[0]}.wal`))).toBe(true);
    expect(await indexed(store)).toBe(0);
    await store.close();
  });

  test('damage that shows while the index is in use, at the next start', async () => {
    await filled();
    writeFileSync(`${file}.damaged`, '');
    const store = await open();
    expect(told).toHaveLength(1);
    expect(await indexed(store)).toBe(0);
    await store.close();
    await (await open()).close();
    expect(told).toHaveLength(1);
  });

  test('a call whose document is gone: nobody is shown less than there is, and the next start is told', async () => {
    await filled();
    const driver = await openDuckDb({ path: file });
    await driver.write((session) => session.run(raw('DELETE FROM document')));
    await driver.close();
    const store = await open();
    const failure = {
      code: 'index_failed',
      message: expect.stringMatching(/^The index file .* damaged/),
    };
    await expect(store.page({ timezone: 'UTC' })).rejects.toMatchObject(failure);
    await expect(store.call('c1')).rejects.toMatchObject(failure);
    await expect(all(store.export({ timezone: 'UTC' }))).rejects.toThrow(
      'document of a call is missing',
    );
    await store.close();
    await (await open()).close();
    expect(told).toEqual([expect.stringMatching(/^callscope\.damaged-/)]);
  });
});

describe('nothing is set aside', () => {
  test('when another process has the file, even where it is marked as damaged', async () => {
    const store = await open();
    await store.keep({ calls: [call('c1')], at: AT });
    writeFileSync(`${file}.damaged`, '');
    const refused = await elsewhere(
      'await openIndex(options).then(() => console.log("opened"), (error) => console.log(error.message));',
    );
    expect(reasonOf(new Error(refused))).toMatch(/^Another process has the index open/);
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toEqual([]);
    expect(await indexed(store)).toBe(1);
    await store.close();
  });

  test.each([
    'IO Error: Could not set lock on file "/x/Corrupt database file": Conflicting lock is held',
    'IO Error: Failure while replaying WAL file "x.wal": No space left on device',
    'IO Error: Cannot open file "x": Permission denied',
    'Out of Memory Error: could not allocate',
    'ENOSPC: no space left on device, mkdir',
  ])('for %s', (message) => {
    expect(isDamage(new Error(message))).toBe(false);
  });
});

describe('where nothing can be written, the index says why', () => {
  const failing = async (dataDir: string) => {
    const reasons: string[] = [];
    const handle = holdIndex(
      () => open(dataDir),
      (_, reason) => reasons.push(reason),
    );
    await expect(handle.store()).rejects.toMatchObject({ code: 'index_unavailable' });
    return reasons;
  };

  test('a file is in the place of the folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    const expected = ['DATA_DIR is no folder: a file is in its place.'];
    expect(await failing(join(folder, 'file', 'data'))).toEqual(expected);
    expect(await failing(join(folder, 'file'))).toEqual(expected);
  });

  // Nothing is forbidden to root.
  test.skipIf(process.getuid?.() === 0)('the folder may not be written to', async () => {
    chmodSync(folder, 0o500);
    expect(await failing(folder)).toEqual(['DATA_DIR cannot be written to.']);
    chmodSync(folder, 0o700);
  });

  test.skipIf(!existsSync('/usr/bin/prlimit'))(
    'the disk is full: what was kept is there, and it goes on when there is room',
    async () => {
      const outcome = await elsewhere(
        `const store = await openIndex(options);
         let kept = 0;
         const page = () => Array.from({ length: 50 }, (_, n) => ({ ...call('c' + kept + '-' + n), summary: Array.from({ length: 40 }, Math.random).join() }));
         for (let failure; !failure; ) {
           await store.keep({ calls: page(), at: AT }).then(() => { kept += 50; }, (error) => { failure = error; });
           if (failure) console.log(JSON.stringify({ kept, code: failure.code, message: failure.message, ...(await store.content()) }));
         }
         await store.close();`,
        ['/usr/bin/prlimit', '--fsize=1500000'],
      );
      const { kept, indexed: seen, ...failure } = JSON.parse(outcome);
      expect(failure).toMatchObject({
        code: 'index_failed',
        message: 'The disk that DATA_DIR is on is full.',
      });
      expect(kept).toBeGreaterThan(0);
      expect(seen).toBe(kept);
      const store = await open();
      expect(await indexed(store)).toBe(kept);
      await store.keep({ calls: [call('one more')], at: AT });
      expect(await indexed(store)).toBe(kept + 1);
      await store.close();
      expect(told).toEqual([]);
    },
  );
});
