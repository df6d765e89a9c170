import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pathOfAccounts, quickHash } from '@/lib/server/auth/accounts.test-file';
import { parseAccounts } from '@/lib/server/auth/accounts-file';
import { isPassword } from '@/lib/server/auth/password';
import { manageUsers } from './users';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PASSWORD = 'correct horse battery';
const ANA = 'ana@example.com';

/** Runs one command; `typed` are the answers to its questions. Gives what was printed, or the error's message. */
async function run(path: string, args: string[], typed: string[] = []) {
  const printed: string[] = [];
  const answers = [...typed];
  const ask = () => ({ next: async () => answers.shift() ?? '', close: () => undefined });
  const problem = await manageUsers(args, { path, ask, print: (line) => printed.push(line) }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { printed, problem, unasked: answers.length };
}

function accountsIn(path: string) {
  return parseAccounts(readFileSync(path, 'utf8')).accounts;
}

describe('npm run user', () => {
  it('adds, lists, changes and removes; the file is for its owner only and nothing is left beside it', async () => {
    const path = pathOfAccounts();
    expect((await run(path, ['list'])).printed).toEqual(['No accounts yet.']);
    await run(path, ['add', 'Ana@Example.com', 'manager'], [PASSWORD, PASSWORD]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain(PASSWORD);
    expect((await run(path, ['list'])).printed).toEqual([`${ANA} manager`]);

    const other = 'another horse battery';
    expect((await run(path, ['passwd', ANA], [other, other])).problem).toBeUndefined();
    const account = accountsIn(path).get(ANA);
    expect(account?.role).toBe('manager');
    expect(await isPassword(other, account?.hash)).toBe(true);
    expect(await isPassword(PASSWORD, account?.hash)).toBe(false);

    expect((await run(path, ['remove', 'ANA@example.com'])).printed).toEqual([`${ANA} is out.`]);
    expect(accountsIn(path).size).toBe(0);
    expect(readdirSync(dirname(path))).toEqual(['users']);
  });

  it.each<[string, string[], string[], RegExp]>([
    ['no command', [], [], /^Usage/],
    ['a command nobody knows', ['grant', ANA], [], /^Usage/],
    ['a command of the prototype', ['constructor', ANA], [], /^Usage/],
    ['no role', ['add', ANA], [], /^Usage/],
    ['a password as an argument', ['add', ANA, 'viewer', PASSWORD], [], /^Usage/],
    ['a role nobody knows', ['add', ANA, 'owner'], [PASSWORD, PASSWORD], /no such role/],
    ['no address', ['add', 'ana', 'viewer'], [PASSWORD, PASSWORD], /not an e-mail address/],
    ['a line break in the address', ['add', 'a@b\nc@d', 'viewer'], [], /not an e-mail address/],
    ['eleven characters', ['add', ANA, 'viewer'], ['elevenchars', 'elevenchars'], /at least 12/],
    [
      'eleven characters that take many bytes',
      ['add', ANA, 'viewer'],
      ['😀'.repeat(11), '😀'.repeat(11)],
      /at least 12/,
    ],
    ['no password', ['add', ANA, 'viewer'], [], /at least 12/],
    ['two that differ', ['add', ANA, 'viewer'], [PASSWORD, `${PASSWORD}!`], /not the same/],
    ['an account that is not there', ['passwd', ANA], [PASSWORD, PASSWORD], /has no account/],
    ['an account that is not there, to remove', ['remove', ANA], [], /has no account/],
  ])('refuses %s and writes nothing', async (_, args, typed, problem) => {
    const path = pathOfAccounts();
    expect((await run(path, args, typed)).problem).toMatch(problem);
    expect(existsSync(path)).toBe(false);
  });

  it('asks for no password before it knows that it can use it', async () => {
    const path = pathOfAccounts();
    for (const args of [
      ['add', ANA, 'owner'],
      ['passwd', ANA],
    ])
      expect((await run(path, args, [PASSWORD, PASSWORD])).unasked).toBe(2);
  });

  it('does not take an account that is there for a new one', async () => {
    const path = pathOfAccounts();
    writeFileSync(path, `${ANA} viewer ${quickHash(PASSWORD)}\n`);
    expect((await run(path, ['add', ANA, 'manager'])).problem).toMatch(/has an account already/);
    expect(accountsIn(path).get(ANA)?.role).toBe('viewer');
  });

  it('does not write over a file with a line that it does not understand', async () => {
    const path = pathOfAccounts();
    const text = `${ANA} viewer ${quickHash(PASSWORD)}\nbroken\n`;
    writeFileSync(path, text);
    expect((await run(path, ['remove', ANA])).problem).toMatch(/: line 2 /);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

/** The command as people run it, with what they would pipe in. */
async function command(args: string[], variables: Record<string, string>, input: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `${ROOT}lib/cli/users/user.ts`, ...args],
    {
      cwd: ROOT,
      env: { NODE_ENV: 'test', ...variables },
    },
  );
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

it('takes a piped password, twice, and shows it nowhere', async () => {
  const path = pathOfAccounts();
  const variables = { AUTH_USERS_FILE: path };
  const twice = `${PASSWORD}\n${PASSWORD}\n`;
  const added = await command(['add', ANA, 'viewer'], variables, twice);
  expect(added).toMatchObject({ code: 0, out: `${ANA} can sign in.\n` });
  expect(added.out + added.err).not.toContain(PASSWORD);
  expect(await isPassword(PASSWORD, accountsIn(path).get(ANA)?.hash)).toBe(true);
  const once = await command(['passwd', ANA], variables, `${PASSWORD}\n`);
  expect(once).toMatchObject({ code: 1, out: '' });
  expect(once.err).toMatch(/not the same; nothing was changed/);
});
