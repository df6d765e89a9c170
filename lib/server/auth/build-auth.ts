import type { Log } from '../log';
import { createAccounts } from './accounts';
import { type Auth, WITHOUT_SIGN_IN } from './auth';
import type { AuthEnv } from './auth-env';
import { createSessions, type Sessions } from './session';
import { createAuth, createPasswordSignIn, type PasswordSignIn } from './sign-in';

type AuthParts = {
  auth: Auth;
  sessions: Sessions | undefined;
  passwords: PasswordSignIn | undefined;
};

/** What knows people, as the environment wants them to sign in. */
export function buildAuth(env: AuthEnv, log: Log): AuthParts {
  if (env.mode === 'none')
    return { auth: WITHOUT_SIGN_IN, sessions: undefined, passwords: undefined };
  const now = () => Date.now();
  const sessions = createSessions({ secret: env.secret, epoch: env.epoch, now });
  const accounts = env.usersFile === undefined ? undefined : createAccounts(env.usersFile, log);
  const passwords = accounts && createPasswordSignIn({ accounts, sessions, now });
  return { auth: createAuth(sessions, accounts), sessions, passwords };
}
