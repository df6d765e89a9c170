import { randomBytes, scryptSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A hash that takes no time, as an accounts file may hold it. */
export function quickHash(password: string): string {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, 32, { N: 2, r: 1, p: 1 });
  return `scrypt$2$1$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** A path in a folder that goes when the test ends; no file is there yet. */
export function pathOfAccounts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'callscope-accounts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'users');
}

/** The headers of a browser that was given this `Set-Cookie`. */
export function withCookie(setCookie: string, host = 'callscope.example'): Headers {
  const [pair = ''] = setCookie.split(';');
  return new Headers({ host, cookie: `theme=dark; ${pair}` });
}
