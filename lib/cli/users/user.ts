import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';
import { EnvError, processVariables, usersFileOf } from '@/lib/server/boot/env';
import { hiddenLines } from './ask-password';
import { manageUsers } from './users';

/** `npm run user -- add|passwd|remove|list`: the accounts that sign in with a password. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
nextEnv.loadEnvConfig(ROOT, false, { info: () => undefined, error: () => undefined });

try {
  await manageUsers(process.argv.slice(2), {
    path: resolve(ROOT, usersFileOf(processVariables())),
    ask: () => hiddenLines(process.stdin, process.stderr),
    print: (line) => process.stdout.write(`${line}\n`),
  });
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
