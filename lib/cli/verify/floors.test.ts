import { expect, it } from 'vitest';
import { checkLockFile, complaintsAbout, FLOORS } from './floors.mjs';

const floors = [{ name: '@a/b', least: '2.10.3', reason: 'it leaked' }];
const lockOf = (version: string, path = 'node_modules/@a/b') => ({
  packages: { '': { version: '0.1.0' }, [path]: { version } },
});

it.each(['2.10.2', '2.9.9', '1.99.99', '2.10.3-rc.1', '', 'latest'])('%j is below', (version) => {
  expect(complaintsAbout(lockOf(version), floors)).toEqual([
    expect.stringMatching(/^node_modules\/@a\/b is .*, at least 2\.10\.3: it leaked\.$/),
  ]);
});

it.each(['2.10.3', '2.10.10', '2.11.0', '3.0.0', '10.0.0', '2.10.4-rc.1'])('%j is not', (version) =>
  expect(complaintsAbout(lockOf(version), floors)).toEqual([]),
);

it('finds a copy that another package brings along, and no other name', () => {
  const nested = 'node_modules/c/node_modules/@a/b';
  expect(complaintsAbout(lockOf('1.0.0', nested), floors)).toHaveLength(1);
  for (const other of ['node_modules/b', 'node_modules/@a/bc', 'node_modules/x@a/b'])
    expect(complaintsAbout(lockOf('1.0.0', other), floors)).toEqual([]);
});

it('names every entry that says where it was fetched', () => {
  const resolved = 'https://registry.example/b.tgz';
  expect(
    complaintsAbout({ packages: { 'node_modules/b': { version: '1.0.0', resolved } } }),
  ).toEqual(['node_modules/b names the host it comes from.']);
});

it('has nothing to say about our own, and a reason for each floor', async () => {
  expect(await checkLockFile()).toBe(0);
  for (const { least, reason } of FLOORS) {
    expect(least).toMatch(/^\d+\.\d+\.\d+$/);
    expect(reason.length).toBeGreaterThan(20);
  }
});
