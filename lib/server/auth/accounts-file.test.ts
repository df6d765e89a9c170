import { describe, expect, it } from 'vitest';
import { quickHash } from './accounts.test-file';
import { formatAccounts, parseAccounts } from './accounts-file';

const hash = quickHash('correct horse battery');
const ana = { email: 'ana@example.com', role: 'manager' as const, hash };

describe('an accounts file', () => {
  it('is read as it is written', () => {
    const accounts = [ana, { ...ana, email: 'tom@example.com', role: 'viewer' as const }];
    const read = parseAccounts(formatAccounts(accounts));
    expect(read.problems).toEqual([]);
    expect([...read.accounts.values()]).toEqual(accounts);
  });

  it('may have comments, empty lines, any white space and line ends of Windows', () => {
    const text = `\ufeff# team\r\n\r\n   # more\n\tANA@Example.com\t manager  ${hash} \r\n\n`;
    expect(parseAccounts(text)).toEqual({ accounts: new Map([[ana.email, ana]]), problems: [] });
  });

  it.each([
    ['no address', `ana manager ${hash}`, 'does not start with an e-mail address'],
    ['no role', `ana@example.com ${hash}`, 'names no role'],
    ['a role nobody knows', `ana@example.com owner ${hash}`, 'names no role'],
    ['a role of the prototype', `ana@example.com constructor ${hash}`, 'names no role'],
    ['a role in capitals', `ana@example.com MANAGER ${hash}`, 'names no role'],
    ['no hash', 'ana@example.com manager', 'does not end with one scrypt hash'],
    ['a bare password', 'ana@example.com manager hunter2hunter2', 'does not end with'],
    ['a word too many', `ana@example.com manager ${hash} x`, 'does not end with'],
  ])('lets nobody in by a line with %s, and names it', (_, line, problem) => {
    const { accounts, problems } = parseAccounts(`# first\n${line}\n`);
    expect(accounts.size).toBe(0);
    expect(problems).toEqual([expect.stringContaining(`line 2 ${problem}`)]);
    expect(problems.join()).not.toContain('hunter2');
    expect(problems.join()).not.toContain(hash);
  });

  it('lets nobody in by an address that is there twice or more, however it is spelled', () => {
    const line = `ana@example.com manager ${hash}\n`;
    for (const text of [
      line + line.toUpperCase().replace('MANAGER', 'viewer').replace(hash.toUpperCase(), hash),
      line.repeat(3),
    ]) {
      const { accounts, problems } = parseAccounts(text);
      expect(accounts.size).toBe(0);
      expect(problems).toHaveLength(text.split('\n').length - 2);
    }
  });
});
