import { randomUUID } from 'node:crypto';
import { sealData, unsealData } from 'iron-session';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { type Account, ROLES } from '@/lib/auth/roles';
import { isLoopback } from '../loopback';
import { cookieOf, isOnThisMachine } from './cookies';

const HOUR_MS = 3_600_000;
const IDLE_MS = 8 * HOUR_MS;
const LONGEST_MS = 24 * HOUR_MS;
/** A session in use is sealed anew at most this often. */
const RENEW_MS = 60_000;
const MOST_ENDED = 100_000;

/** Browsers take the first name only over https, or on their own machine where they count that as safe. */
const NAMES = { safe: '__Host-callscope', here: 'callscope' } as const;

const sessionSchema = z.object({
  id: z.string(),
  method: z.enum(['password', 'oidc']),
  subject: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Tells whether the account, or what the provider's word is taken for, is still what it was at sign-in. */
  stamp: z.optional(z.string()),
  started: z.number(),
  seen: z.number(),
  epoch: z.string(),
});

/** Who signed in and how; times in milliseconds since 1970. */
export type Session = z.infer<typeof sessionSchema>;
export type NewSession = Pick<Session, 'method' | 'role' | 'stamp'> & { account: Account };

export type Sessions = {
  /** A new session: the cookie to set. `headers` are those of the request that signed in. */
  open(session: NewSession, headers: Headers): Promise<string>;
  /** The session that a request carries, as long as it lasts. */
  read(headers: Headers): Promise<Session | undefined>;
  /** The cookie that keeps a session in use; undefined while that was done a moment ago. */
  renewal(session: Session, headers: Headers): Promise<string | undefined>;
  /** Ends the session that a request carries for good: the cookie that removes it. */
  close(headers: Headers): Promise<string>;
};

/** `publicUrl` is where browsers find Callscope, when that is known: a proxy may hide it. */
type Parts = {
  secret: string;
  epoch: string;
  publicUrl?: string | undefined;
  now: () => number;
};

/**
 * Sessions in sealed cookies: nothing is kept on the server but which ones were signed out of, and that until it
 * starts again.
 */
export function createSessions({ secret, epoch, publicUrl, now }: Parts): Sessions {
  const isHere = (headers: Headers) =>
    publicUrl === undefined ? isOnThisMachine(headers) : isLoopback(new URL(publicUrl).hostname);
  const ended = new LRUCache<string, true>({ max: MOST_ENDED, ttl: LONGEST_MS });

  const seal = async (session: Session, headers: Headers) =>
    cookie(
      await sealData(session, { password: secret, ttl: 0 }),
      isHere(headers),
      LONGEST_MS / 1000,
    );

  const lasts = (session: Session) =>
    session.epoch === epoch &&
    !ended.has(session.id) &&
    now() - session.seen < IDLE_MS &&
    now() - session.started < LONGEST_MS;

  async function read(headers: Headers): Promise<Session | undefined> {
    const sealed = sealedIn(headers, isHere(headers));
    if (!sealed) return undefined;
    const data = await unsealData(sealed, { password: secret, ttl: 0 }).catch(() => undefined);
    const session = sessionSchema.safeParse(data).data;
    return session && lasts(session) ? session : undefined;
  }

  return {
    read,
    open({ account, ...session }, headers) {
      const at = now();
      return seal(
        { ...session, ...account, id: randomUUID(), started: at, seen: at, epoch },
        headers,
      );
    },
    async renewal(session, headers) {
      if (now() - session.seen < RENEW_MS) return undefined;
      return seal({ ...session, seen: now() }, headers);
    },
    async close(headers) {
      const session = await read(headers);
      if (session) ended.set(session.id, true);
      return cookie('', isHere(headers), 0);
    },
  };
}

function sealedIn(headers: Headers, isHere: boolean): string | undefined {
  return cookieOf(headers, isHere ? NAMES.here : NAMES.safe);
}

function cookie(value: string, isHere: boolean, maxAge: number): string {
  const name = isHere ? NAMES.here : NAMES.safe;
  const secure = isHere ? '' : '; Secure';
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
