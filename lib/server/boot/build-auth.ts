import { createAccounts } from '@/lib/server/auth/accounts';
import { type Auth, WITHOUT_SIGN_IN } from '@/lib/server/auth/auth';
import { createOidc, type Oidc } from '@/lib/server/auth/oidc/oidc';
import { type OidcSettings, stampOfSettings } from '@/lib/server/auth/oidc/settings';
import { createSessions, type Sessions } from '@/lib/server/auth/session';
import { createAuth, createPasswordSignIn, type PasswordSignIn } from '@/lib/server/auth/sign-in';
import type { Log } from '@/lib/server/observability/log';
import type { AuthEnv } from './auth-env';

type AuthParts = {
  auth: Auth;
  sessions: Sessions | undefined;
  passwords: PasswordSignIn | undefined;
  oidc: Oidc | undefined;
};

/** What knows people, as the environment wants them to sign in. */
export function buildAuth(env: AuthEnv, log: Log): AuthParts {
  if (env.mode === 'none')
    return {
      auth: WITHOUT_SIGN_IN,
      sessions: undefined,
      passwords: undefined,
      oidc: undefined,
    };
  const now = () => Date.now();
  const sessions = createSessions({ ...env, now });
  const accounts = env.usersFile === undefined ? undefined : createAccounts(env.usersFile, log);
  const passwords =
    accounts && createPasswordSignIn({ accounts, sessions, clock: () => performance.now() });
  const stamp = env.oidc && stampOfSettings(env.oidc);
  const oidc = env.oidc && buildOidc(env.oidc, env.secret, sessions, log);
  return { auth: createAuth(sessions, accounts, stamp), sessions, passwords, oidc };
}

function buildOidc(settings: OidcSettings, secret: string, sessions: Sessions, log: Log): Oidc {
  // Browsers know Callscope by this host, whatever a proxy makes of it.
  const headers = new Headers({ host: new URL(settings.publicUrl).host });
  const stamp = stampOfSettings(settings);
  return createOidc({
    settings,
    secret,
    openSession: (account, role) =>
      sessions.open({ method: 'oidc', account, role, stamp }, headers),
    now: () => Date.now(),
    log,
  });
}
