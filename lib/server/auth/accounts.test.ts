import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createAccounts } from './accounts';
import { pathOfAccounts, quickHash } from './accounts.test-file';

const one = quickHash('correct horse battery');
const two = quickHash('another horse battery');
const line = (email: string, role: string, hash: string) => `${email} ${role} ${hash}\n`;

function started(text?: string) {
  const path = pathOfAccounts();
  if (text !== undefined) writeFileSync(path, text);
  const log = { warn: vi.fn(), error: vi.fn() };
  return { path, log, accounts: createAccounts(path, log) };
}

describe('accounts of a file', () => {
  it('are found however the address is written, and nobody else is', async () => {
    const { accounts } = started(line('ana@example.com', 'viewer', one));
    expect(await accounts.find('Ana@Example.COM')).toMatchObject({ role: 'viewer', hash: one });
    for (const other of ['tom@example.com', '', '__proto__', 'ana@example.com '])
      expect(await accounts.find(other)).toBeUndefined();
  });

  it('are what the file says now: written anew, replaced, away, back', async () => {
    const { path, accounts } = started(line('ana@example.com', 'viewer', one));
    const roleNow = async () => (await accounts.find('ana@example.com'))?.role;
    expect(await roleNow()).toBe('viewer');
    writeFileSync(path, line('ana@example.com', 'manager', one));
    expect(await roleNow()).toBe('manager');
    writeFileSync(`${path}.new`, line('ana@example.com', 'reviewer', two));
    renameSync(`${path}.new`, path);
    expect(await roleNow()).toBe('reviewer');
    rmSync(path);
    // Nobody knows any more who is somebody, which is another thing than nobody being anybody.
    await expect(roleNow()).rejects.toMatchObject({ code: 'data_unavailable' });
    writeFileSync(path, line('ana@example.com', 'viewer', one));
    expect(await roleNow()).toBe('viewer');
  });

  it('are read again also when size and time of the file are made to look the same', async () => {
    const { path, accounts } = started(line('ana@example.com', 'viewer', one));
    await accounts.find('ana@example.com');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, line('tom@example.com', 'viewer', one));
    utimesSync(path, atime, mtime);
    expect(await accounts.find('ana@example.com')).toBeUndefined();
  });

  it('tell of broken lines once, and keep those who stand on the others', async () => {
    const { accounts, log } = started(`nonsense\n${line('ana@example.com', 'viewer', one)}`);
    for (let times = 0; times < 3; times++)
      expect(await accounts.find('ana@example.com')).toBeDefined();
    expect(log.error.mock.calls).toEqual([[expect.stringMatching(/^AUTH_USERS_FILE: line 1 /)]]);
  });

  it('tell once that the file is away', async () => {
    const { accounts, log } = started();
    for (let times = 0; times < 3; times++)
      expect(await accounts.find('ana@example.com')).toBeUndefined();
    expect(log.error).toHaveBeenCalledTimes(1);
  });

  it('come back when reading failed for a moment while the file stayed as it was', async () => {
    const path = pathOfAccounts();
    writeFileSync(path, line('ana@example.com', 'viewer', one));
    const log = { warn: vi.fn(), error: vi.fn() };
    let fails = true;
    const accounts = createAccounts(path, log, async (from) => {
      if (fails) throw new Error('EMFILE');
      return readFileSync(from, 'utf8');
    });
    for (let times = 0; times < 3; times++)
      expect(await accounts.find('ana@example.com')).toBeUndefined();
    expect(log.error).toHaveBeenCalledTimes(1);
    fails = false;
    expect(await accounts.find('ana@example.com')).toBeDefined();
  });
});
