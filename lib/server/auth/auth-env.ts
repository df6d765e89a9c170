import * as z from 'zod';
import { isLoopback } from '../loopback';

export const AUTH_MODES = ['none', 'password', 'oidc', 'both'] as const;
export type AuthMode = (typeof AUTH_MODES)[number];

/** What the environment says about sign-in. */
export type AuthEnv =
  | { mode: 'none' }
  | {
      mode: Exclude<AuthMode, 'none'>;
      /** Seals sessions. */
      secret: string;
      /** Another one signs everybody out. */
      epoch: string;
      /** Present where people sign in with a password. */
      usersFile?: string;
    };

const LEAST_SECRET_BYTES = 32;

/** The variables of sign-in, as they are set; what they need of each other is checked by {@link authEnvOf}. */
export const authVariables = {
  AUTH_MODE: z
    .enum(AUTH_MODES, {
      error: `must be one of ${AUTH_MODES.join(', ')}, for example AUTH_MODE=password`,
    })
    .default('none'),
  SESSION_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= LEAST_SECRET_BYTES, {
      error: `must have at least ${LEAST_SECRET_BYTES} bytes: \`npm run secret\` prints one, for example SESSION_SECRET=…`,
    })
    .optional(),
  SESSION_EPOCH: z.string().default('0'),
};

const read = z.object(authVariables);
type Read = z.infer<typeof read>;

/** `usersFile` is where accounts with passwords would be. */
type Surroundings = { demo: boolean; hostname: string; usersFile: string };

/** The same as a whole, or a line that says what is missing. */
export function authEnvOf(
  { AUTH_MODE: mode, SESSION_SECRET, SESSION_EPOCH: epoch }: Read,
  { demo, hostname, usersFile }: Surroundings,
): AuthEnv | string {
  if (mode === 'none') {
    if (demo || isOwnAddress(hostname)) return { mode };
    return 'AUTH_MODE is none, but HOSTNAME lets other machines in and they would see every call: choose how people sign in, for example AUTH_MODE=password';
  }
  if (SESSION_SECRET === undefined)
    return `SESSION_SECRET must be set for AUTH_MODE=${mode}: \`npm run secret\` prints one, for example SESSION_SECRET=…`;
  return { mode, secret: SESSION_SECRET, epoch, ...(mode !== 'oidc' && { usersFile }) };
}

/** As HOSTNAME is written, which has no brackets around IPv6 addresses. */
function isOwnAddress(hostname: string): boolean {
  return isLoopback(hostname.includes(':') ? `[${hostname}]` : hostname);
}
