import type { Log } from '../log';
import { createAccounts } from './accounts';
import { type Auth, WITHOUT_SIGN_IN } from './auth';
import type { AuthEnv } from './auth-env';
import { createOidc, type Oidc } from './oidc/oidc';
import { type OidcSettings, stampOfSettings } from './oidc/settings';
import { createSessions, type Sessions } from './session';
import { createAuth, createPasswordSignIn, type PasswordSignIn } from './sign-in';

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
