import { ROLES, type Role } from '@/lib/auth/roles';
import { isEmail } from '@/lib/call/values/email';
import { isPasswordHash } from './password';

/** Somebody who signs in with a password. */
export type PasswordAccount = { email: string; role: Role; hash: string };

/** The accounts of a file, by address, and what is wrong with its other lines. */
export type AccountsFile = {
  accounts: ReadonlyMap<string, PasswordAccount>;
  /** A sentence for each line that names nobody; it repeats nothing of the line. */
  problems: string[];
};

/**
 * Reads the text of an accounts file: one line each with address, role and hash, separated by white space; empty
 * lines and those that start with `#` say nothing. A line that cannot be understood lets nobody in, and neither do two
 * lines with one address, as nobody can tell which was meant.
 */
export function parseAccounts(text: string): AccountsFile {
  const accounts = new Map<string, PasswordAccount>();
  const repeated = new Set<string>();
  const problems: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const account = accountOf(line);
    if (typeof account === 'string') problems.push(`line ${index + 1} ${account}`);
    else if (accounts.has(account.email)) {
      problems.push(`line ${index + 1} repeats an address: neither line counts`);
      repeated.add(account.email);
    } else accounts.set(account.email, account);
  }
  for (const email of repeated) accounts.delete(email);
  return { accounts, problems };
}

/** The text of a file with these accounts. */
export function formatAccounts(accounts: Iterable<PasswordAccount>): string {
  const lines = [...accounts].map(({ email, role, hash }) => `${email} ${role} ${hash}\n`);
  return `# Written by \`npm run user\`: e-mail, role, scrypt hash\n${lines.join('')}`;
}

function accountOf(line: string): PasswordAccount | string {
  const [address = '', roleName = '', hash = '', ...rest] = line.trim().split(/\s+/);
  const email = address.toLowerCase();
  const role = ROLES.find((each) => each === roleName);
  if (!isEmail(email)) return 'does not start with an e-mail address';
  if (!role) return `names no role: ${ROLES.join(', ')}`;
  if (!isPasswordHash(hash) || rest.length > 0) return 'does not end with one scrypt hash';
  return { email, role, hash };
}
