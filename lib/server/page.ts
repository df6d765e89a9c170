import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { PREFERENCES_COOKIE } from '@/lib/preferences/cookie';
import { type Preferences, parsePreferences } from '@/lib/preferences/preferences';
import type { CallsService } from './calls';
import { container } from './container';
import { report, toProblem } from './request';

/** What the page may know of the server's settings; nothing secret. */
export function readPageFacts(): { demo: boolean; currency: string; renderedAt: number } {
  const { env } = container();
  return { demo: env.demo, currency: env.currency, renderedAt: Date.now() };
}

/** The preferences of the browser that asks. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences(jar.get(PREFERENCES_COOKIE)?.value);
}

/** Asks the calls service on behalf of a page; a failure is thrown as the problem that the page shows. */
export async function readForPage<T>(ask: (calls: CallsService) => Promise<T>): Promise<T> {
  const { calls, log } = container();
  try {
    return await ask(calls);
  } catch (error) {
    const id = randomUUID();
    const told = toProblem(error, id);
    report(
      log,
      { route: '/calls', request_id: id, status: told.status, code: told.code },
      told,
      error,
    );
    throw told;
  }
}
