import { randomUUID } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Identity } from '@/lib/auth/roles';
import type { ViewerText } from '@/lib/auth/viewer-text';
import { LONGEST_QUESTION } from '@/lib/call/limits';
import { PREFERENCES_COOKIE } from '@/lib/preferences/cookie';
import { type Preferences, parsePreferences } from '@/lib/preferences/preferences';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import { container } from '@/lib/server/boot/container';
import { isCallscopeError } from '@/lib/server/errors';
import type { CallsService } from '@/lib/server/services/calls/calls';
import { maskProblem } from '@/lib/server/services/redaction/answers';
import { shownTo } from '@/lib/server/services/redaction/shown';
import { clientAddress } from './client-address';
import { report, toProblem } from './request';

/** What the page may know of the server's settings; nothing secret. */
export async function readPageFacts(): Promise<{
  currency: string;
  renderedAt: number;
  who: Identity | null;
  viewerText: ViewerText;
}> {
  const { env } = container();
  const who = (await readWhoIfKnown()) ?? null;
  const { currency, viewerText } = env;
  return { currency, renderedAt: Date.now(), who, viewerText };
}

/** Whether the data is made up by the bundled demo upstream. The build, which has no settings, never gets to them. */
export async function readDemo(): Promise<boolean> {
  await headers();
  return container().env.demo;
}

/** Who asks for the page; undefined when nobody is signed in. */
async function readWho(): Promise<Identity | undefined> {
  const { who } = await container().auth.visit(await headers());
  return who;
}

/** The frame of a page is drawn for nobody while the accounts are gone; what is in it tells. */
async function readWhoIfKnown(): Promise<Identity | undefined> {
  return readWho().catch((error: unknown) => {
    if (isCallscopeError(error) && error.code === 'data_unavailable') return undefined;
    throw error;
  });
}

/** Who is signed in, if anybody, and how people sign in here. */
export async function readSignIn(): Promise<{
  who: Identity | undefined;
  password: boolean;
  provider: string | null;
}> {
  const { passwords, env } = container();
  const issuer = env.auth.mode === 'none' ? undefined : env.auth.oidc?.issuer;
  const provider = issuer === undefined ? null : new URL(issuer).host;
  return { who: await readWhoIfKnown(), password: passwords !== undefined, provider };
}

/** Who asks for a page that is not for everybody; who is not signed in is sent to do that and comes back. */
export async function requireIdentity(page: string): Promise<Identity> {
  const who = await readWho();
  if (!who) redirect(`/login${returning(page)}`);
  return who;
}

/** Nobody comes back to an address that is too long to be repeated in another one. */
function returning(page: string): string {
  const query = `?${new URLSearchParams({ return_to: page })}`;
  return query.length > LONGEST_QUESTION ? '' : query;
}

/** The preferences of the browser that asks. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences(jar.get(PREFERENCES_COOKIE)?.value);
}

/**
 * Asks the calls service on behalf of who looks at the page, which counts like a request to the API: nobody gets
 * around the limits by asking for pages. A failure is thrown as the problem that the page shows.
 */
export async function readForPage<T>(
  ask: (calls: CallsService, principal: Principal) => Promise<T>,
): Promise<T> {
  const { calls, log, limits } = container();
  let principal: Identity | undefined;
  try {
    limits.countAddress(clientAddress(await headers()), 'read');
    const who = authorise(await readWho(), 'read');
    principal = who;
    limits.countPerson(who, 'read');
    return await ask(calls, { who });
  } catch (error) {
    const id = randomUUID();
    const told = toProblem(error, id);
    report(
      log,
      { route: '/calls', request_id: id, status: told.status, code: told.code },
      told,
      error,
    );
    throw principal ? shownTo(principal, told, maskProblem) : told;
  }
}
