import { readFile, stat } from 'node:fs/promises';
import type { Log } from '@/lib/server/observability/log';
import { CallscopeError } from '../errors';
import { type PasswordAccount, parseAccounts } from './accounts-file';

/** The accounts with a password, as their file has them at this moment. */
export type Accounts = {
  /** @throws {CallscopeError} `data_unavailable` when the file was there and is gone. */
  find(email: string): Promise<PasswordAccount | undefined>;
};

const NOBODY: ReadonlyMap<string, PasswordAccount> = new Map();

const AWAY = 'away';
const GONE =
  'The file with the accounts is gone from where AUTH_USERS_FILE or DATA_DIR says. Put it back.';

type Known = { mark: string; accounts: ReadonlyMap<string, PasswordAccount> };

/**
 * Accounts from a file, which is read again whenever it has changed. As long as it was never there, or while it cannot
 * be read, there is nobody; that and lines that cannot be understood are told once. A file that is gone says nothing
 * about anybody: people are told so, and not signed out.
 */
export function createAccounts(
  path: string,
  log: Pick<Log, 'warn' | 'error'>,
  readText: (path: string) => Promise<string> = (from) => readFile(from, 'utf8'),
): Accounts {
  let known: Known = { mark: '', accounts: NOBODY };
  let toldFailure = '';
  let wasThere = false;

  async function current(): Promise<Known['accounts']> {
    const mark = await markOf(path);
    if (mark === known.mark) return known.accounts;
    if (mark === AWAY && wasThere) throw new CallscopeError('data_unavailable', GONE);
    const accounts = await read(mark);
    // A file that could not be read is tried again: it may have been for a moment only.
    known = accounts ? { mark, accounts } : { mark: '', accounts: NOBODY };
    return known.accounts;
  }

  async function read(mark: string): Promise<Known['accounts'] | undefined> {
    try {
      const { accounts, problems } = parseAccounts(await readText(path));
      for (const problem of problems) log.error(`AUTH_USERS_FILE: ${problem}`);
      if (accounts.size === 0)
        log.warn('AUTH_USERS_FILE has no accounts: add one with `npm run user -- add`');
      toldFailure = '';
      wasThere = true;
      return accounts;
    } catch (error) {
      if (mark !== toldFailure)
        log.error({ err: error }, 'AUTH_USERS_FILE cannot be read: nobody can sign in');
      toldFailure = mark;
      return undefined;
    }
  }

  return { find: async (email) => (await current()).get(email.toLowerCase()) };
}

/** Differs as soon as the file does: tools replace it by another one, editors write into it. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join();
  } catch {
    return AWAY;
  }
}
