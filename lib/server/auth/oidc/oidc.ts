import * as client from 'openid-client';
import { safeReturnPath } from '@/lib/auth/return-path';
import type { Account, Role } from '@/lib/auth/roles';
import type { Log } from '@/lib/server/observability/log';
import { type Attempt, createAttempts } from './attempts';
import { type Claims, personOf } from './person';
import { createProvider } from './provider';
import { Refusal, toRefusal } from './refusal';
import type { OidcSettings } from './settings';

const TIMEOUT_SECONDS = 5;
/** The way back is sealed into a cookie, of which browsers keep 4 kB. */
const LONGEST_KEPT = 2000;

/** Where the browser goes next, and what it keeps. */
export type Redirect = { location: string; setCookies: string[] };

/** Sign-in with OpenID Connect. What is refused goes to the sign-in page, which tells it. */
export type Oidc = {
  /** To the provider. `cookies` is the Cookie header of the request. */
  start(returnTo: string | null, cookies: string): Promise<Redirect>;
  /** Back from it; `url` is the address that was called. */
  finish(url: URL, cookies: string): Promise<Redirect>;
};

type OidcParts = {
  settings: OidcSettings;
  /** Seals what the browser keeps while it is with the provider. */
  secret: string;
  /** The cookie of a new session. */
  openSession: (account: Account, role: Role) => Promise<string>;
  /** Milliseconds since 1970. */
  now: () => number;
  log: Log;
  /** How long the provider may take for an answer; a sign-in takes two of them one after the other. */
  timeoutSeconds?: number;
};

/** Authorization code flow with PKCE, state and nonce. */
export function createOidc(parts: OidcParts): Oidc {
  const { settings, secret, openSession, now, log, timeoutSeconds = TIMEOUT_SECONDS } = parts;
  const callback = new URL('/api/session/oidc/callback', settings.publicUrl).href;
  const secure = callback.startsWith('https:');
  const attempts = createAttempts({ secret, secure, now });
  const provider = createProvider({ settings, timeoutSeconds });

  function refused(error: unknown, returnTo: string, setCookies: string[]): Redirect {
    const { code, message } = toRefusal(error);
    log.warn({ code, reason: message }, 'sign-in with OpenID Connect was refused');
    const query = new URLSearchParams({ problem: code, return_to: returnTo });
    return { location: `/login?${query}`, setCookies };
  }

  async function claimsOf(url: URL, { state, nonce, verifier }: Attempt): Promise<Claims> {
    const called = new URL(callback);
    called.search = url.search;
    const tokens = await client.authorizationCodeGrant(await provider.config(), called, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Refusal('sign_in_failed', 'the provider sent no ID token');
    return claims;
  }

  return {
    async start(asked, cookies) {
      const returnTo = safeReturnPath(asked, LONGEST_KEPT);
      try {
        const config = await provider.config();
        const state = client.randomState();
        const nonce = client.randomNonce();
        const verifier = client.randomPKCECodeVerifier();
        const location = client.buildAuthorizationUrl(config, {
          redirect_uri: callback,
          scope: 'openid email profile',
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }).href;
        const setCookies = await attempts.begin({ state, nonce, verifier, returnTo }, cookies);
        return { location, setCookies };
      } catch (error) {
        return refused(error, returnTo, []);
      }
    },

    async finish(url, cookies) {
      const state = url.searchParams.get('state') ?? '';
      const cleared = attempts.clear(state);
      let returnTo = safeReturnPath(null);
      let person: ReturnType<typeof personOf>;
      try {
        const attempt = await attempts.take(state, cookies);
        if (!attempt) {
          throw new Refusal('sign_in_failed', 'the attempt is unknown, used or too long ago');
        }
        returnTo = safeReturnPath(attempt.returnTo);
        person = personOf(await claimsOf(url, attempt), settings);
      } catch (error) {
        return refused(error, returnTo, cleared);
      }
      const session = await openSession(person.account, person.role);
      return { location: returnTo, setCookies: [...cleared, session] };
    },
  };
}
