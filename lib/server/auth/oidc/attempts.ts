import { sealData, unsealData } from 'iron-session';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';

const LONGEST_MS = 600_000;
/** Tabs that can be on their way to the provider at once; the oldest gives way. */
const MOST_AT_ONCE = 5;
const MOST_USED = 10_000;
const STATE = /^[A-Za-z0-9_-]{43}$/;

const attemptSchema = z.strictObject({
  /** No other thing that the same secret seals can pass for one. */
  kind: z.literal('oidc'),
  state: z.string().regex(STATE),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
});

/** One way to the provider and back. */
export type Attempt = Omit<z.infer<typeof attemptSchema>, 'kind' | 'at'>;

export type Attempts = {
  /** The cookies to set: the one of this attempt, and those that clear what has become too many. */
  begin(attempt: Attempt, cookies: string): Promise<string[]>;
  /** The attempt of a state, once; undefined when this browser did not make it, or too long ago, or it was used. */
  take(state: string, cookies: string): Promise<Attempt | undefined>;
  /** The cookie that clears an attempt. */
  clear(state: string): string[];
};

type Parts = { secret: string; secure: boolean; now: () => number };

/** Attempts lie sealed with the browser, each in a cookie of its own, so that several tabs do not mix. */
export function createAttempts({ secret, secure, now }: Parts): Attempts {
  const prefix = `${secure ? '__Host-' : ''}callscope-oidc.`;
  const used = new LRUCache<string, true>({ max: MOST_USED, ttl: LONGEST_MS });
  const cookie = (state: string, value: string, maxAge: number) =>
    `${prefix}${state}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

  async function open(state: string, sealed: string) {
    // How old it is is checked here and not by the seal, which grants another minute.
    const data = await unsealData(sealed, { password: secret, ttl: 0 }).catch(() => undefined);
    const attempt = attemptSchema.safeParse(data).data;
    const lasts = attempt?.state === state && now() - attempt.at < LONGEST_MS;
    return lasts ? attempt : undefined;
  }

  /** The states that give way to one more: what is of no use any more, and the oldest. */
  async function superfluous(cookies: string): Promise<string[]> {
    const carried = sealedIn(cookies, prefix);
    const opened = await Promise.all(
      [...carried].map(async ([state, sealed]) => ({
        state,
        at: (await open(state, sealed))?.at ?? 0,
      })),
    );
    const living = opened.filter(({ at }) => at > 0).sort((a, b) => b.at - a.at);
    const kept = new Set(living.slice(0, MOST_AT_ONCE - 1).map(({ state }) => state));
    return [...carried.keys()].filter((state) => !kept.has(state));
  }

  return {
    async begin(attempt, cookies) {
      const data = { ...attempt, kind: 'oidc', at: now() };
      const sealed = await sealData(data, { password: secret, ttl: 0 });
      const cleared = (await superfluous(cookies)).map((state) => cookie(state, '', 0));
      return [...cleared, cookie(attempt.state, sealed, LONGEST_MS / 1000)];
    },
    async take(state, cookies) {
      const sealed = sealedIn(cookies, prefix).get(state);
      const attempt = sealed === undefined ? undefined : await open(state, sealed);
      if (!attempt || used.has(state)) return undefined;
      used.set(state, true);
      return attempt;
    },
    clear: (state) => (STATE.test(state) ? [cookie(state, '', 0)] : []),
  };
}

/** What a Cookie header carries of attempts, by their state. */
function sealedIn(cookies: string, prefix: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of cookies.split(';')) {
    const [name = '', ...value] = pair.trim().split('=');
    const state = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (STATE.test(state)) found.set(state, value.join('='));
  }
  return found;
}
