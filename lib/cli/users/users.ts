import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ROLES, type Role } from '@/lib/auth/roles';
import { isEmail } from '@/lib/call/values/email';
import {
  formatAccounts,
  type PasswordAccount,
  parseAccounts,
} from '@/lib/server/auth/accounts-file';
import { hashPassword, LEAST_PASSWORD, MOST_PASSWORD } from '@/lib/server/auth/password';
import { EnvError } from '@/lib/server/boot/env';
import type { Lines } from './ask-password';

const USAGE = `Usage: npm run user -- add <e-mail> <${ROLES.join('|')}>
       npm run user -- passwd <e-mail>
       npm run user -- remove <e-mail>
       npm run user -- list`;

type Parts = { path: string; ask: () => Lines; print: (line: string) => void };

/**
 * Changes the accounts file as the arguments say. Passwords are asked for: arguments stay in the shell's history and
 * show in the list of processes.
 * @throws {EnvError} with what is wrong and what to do
 */
export async function manageUsers(args: readonly string[], parts: Parts): Promise<void> {
  const [command, address = '', role = '', ...rest] = args;
  const expected = command === 'add' ? 3 : command === 'list' ? 1 : 2;
  if (rest.length > 0 || args.length !== expected) throw new EnvError(USAGE);
  const email = address.toLowerCase();
  const accounts = await readAccounts(parts.path);
  const known = accounts.get(email);
  switch (command) {
    case 'list':
      for (const account of accounts.values()) parts.print(`${account.email} ${account.role}`);
      if (accounts.size === 0) parts.print('No accounts yet.');
      return;
    case 'add':
      if (!isEmail(email)) throw new EnvError(`This is not an e-mail address.\n${USAGE}`);
      if (known) throw new EnvError(`${email} has an account already: remove it first.`);
      accounts.set(email, { email, role: roleOf(role), hash: await askHash(parts.ask()) });
      break;
    case 'passwd':
      accounts.set(email, { ...existing(known, email), hash: await askHash(parts.ask()) });
      break;
    case 'remove':
      existing(known, email);
      accounts.delete(email);
      break;
    default:
      throw new EnvError(USAGE);
  }
  await writeAccounts(parts.path, accounts.values());
  parts.print(DONE[command](email));
}

const DONE = {
  add: (email: string) => `${email} can sign in.`,
  passwd: (email: string) => `${email} has a new password and is signed out everywhere.`,
  remove: (email: string) => `${email} is out.`,
};

function roleOf(name: string): Role {
  const role = ROLES.find((each) => each === name);
  if (!role) throw new EnvError(`There is no such role.\n${USAGE}`);
  return role;
}

function existing(known: PasswordAccount | undefined, email: string): PasswordAccount {
  if (!known) throw new EnvError(`${email} has no account.`);
  return known;
}

async function askHash(lines: Lines): Promise<string> {
  try {
    const password = await lines.next(`Password (at least ${LEAST_PASSWORD} characters): `);
    if ([...password].length < LEAST_PASSWORD || password.length > MOST_PASSWORD) {
      throw new EnvError(
        `A password has at least ${LEAST_PASSWORD} characters; nothing was changed.`,
      );
    }
    if ((await lines.next('Once more: ')) !== password)
      throw new EnvError('The two are not the same; nothing was changed.');
    return await hashPassword(password);
  } finally {
    lines.close();
  }
}

/** A file with a line that cannot be understood is not written over: the line would be lost. */
async function readAccounts(path: string): Promise<Map<string, PasswordAccount>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new EnvError(`${path} cannot be read: ${error.message}`);
  });
  const { accounts, problems } = parseAccounts(text);
  if (problems.length > 0) throw new EnvError(problems.map((one) => `${path}: ${one}`).join('\n'));
  return new Map(accounts);
}

/** In one step, so that nobody ever reads half of it. */
async function writeAccounts(path: string, accounts: Iterable<PasswordAccount>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, formatAccounts(accounts), { mode: 0o600 });
  await rename(fresh, path);
}
