import * as z from 'zod';
import { parseRoleMap } from '@/lib/server/auth/oidc/role-map';
import { isSafeAddress, type OidcSettings } from '@/lib/server/auth/oidc/settings';
import { isLoopback } from '@/lib/server/loopback';

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
      /** Present where people sign in with an identity provider. */
      oidc?: OidcSettings;
      /** The origin under which browsers know Callscope, where that was said. */
      publicUrl?: string;
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
  AUTH_PUBLIC_URL: safeAddress('https://callscope.example.com')
    .transform((url) => new URL(url).origin)
    .optional(),
  AUTH_OIDC_ISSUER: safeAddress('https://login.example.com').optional(),
  AUTH_OIDC_CLIENT_ID: z.string().optional(),
  AUTH_OIDC_CLIENT_SECRET: z.string().optional(),
  AUTH_OIDC_ALLOWED_DOMAINS: z
    .string()
    .transform((text) => text.split(',').map((domain) => domain.trim().toLowerCase()))
    .optional(),
  AUTH_OIDC_ROLE_CLAIM: z.string().default('groups'),
  AUTH_OIDC_ROLE_MAP: z
    .string()
    .transform((text, context) => {
      const map = parseRoleMap(text);
      if (map) return map;
      context.addIssue(
        'must map values of the claim to roles, for example AUTH_OIDC_ROLE_MAP=callscope-managers=manager,*=viewer',
      );
      return z.NEVER;
    })
    .optional(),
};

const read = z.object(authVariables);
type Read = z.infer<typeof read>;

/** `usersFile` is where accounts with passwords would be. */
type Surroundings = {
  demo: boolean;
  hostname: string;
  usersFile: string;
  trustedProxies: number;
};

/** The same as a whole, or a line that says what is missing. */
export function authEnvOf(
  variables: Read,
  { demo, hostname, usersFile, trustedProxies }: Surroundings,
): AuthEnv | string {
  const { AUTH_MODE: mode, SESSION_SECRET, SESSION_EPOCH: epoch, AUTH_PUBLIC_URL } = variables;
  if (mode === 'none') {
    if (demo) return { mode };
    if (trustedProxies > 0)
      return 'AUTH_MODE is none, but TRUSTED_PROXIES says that a proxy lets others in and they would see every call: choose how people sign in, for example AUTH_MODE=password';
    if (isOwnAddress(hostname)) return { mode };
    return 'AUTH_MODE is none, but HOSTNAME lets other machines in and they would see every call: choose how people sign in, for example AUTH_MODE=password';
  }
  if (SESSION_SECRET === undefined)
    return `SESSION_SECRET must be set for AUTH_MODE=${mode}: \`npm run secret\` prints one, for example SESSION_SECRET=…`;
  const oidc = mode === 'password' ? undefined : oidcOf(variables);
  if (typeof oidc === 'string') return `${oidc} must be set for AUTH_MODE=${mode}, see README`;
  return {
    mode,
    secret: SESSION_SECRET,
    epoch,
    ...(mode !== 'oidc' && { usersFile }),
    ...(oidc && { oidc }),
    ...(AUTH_PUBLIC_URL && { publicUrl: AUTH_PUBLIC_URL }),
  };
}

/** The settings of the identity provider, or the name of the first variable that is missing. */
function oidcOf(variables: Read): OidcSettings | string {
  const {
    AUTH_PUBLIC_URL: publicUrl,
    AUTH_OIDC_ISSUER: issuer,
    AUTH_OIDC_CLIENT_ID: clientId,
    AUTH_OIDC_CLIENT_SECRET: clientSecret,
    AUTH_OIDC_ALLOWED_DOMAINS: allowedDomains,
    AUTH_OIDC_ROLE_CLAIM: roleClaim,
    AUTH_OIDC_ROLE_MAP: roleMap,
  } = variables;
  if (!publicUrl) return 'AUTH_PUBLIC_URL';
  if (!issuer) return 'AUTH_OIDC_ISSUER';
  if (!clientId) return 'AUTH_OIDC_CLIENT_ID';
  if (!clientSecret) return 'AUTH_OIDC_CLIENT_SECRET';
  if (!allowedDomains) return 'AUTH_OIDC_ALLOWED_DOMAINS';
  if (!roleMap) return 'AUTH_OIDC_ROLE_MAP';
  return { publicUrl, issuer, clientId, clientSecret, allowedDomains, roleClaim, roleMap };
}

function safeAddress(example: string) {
  return z.string().refine(isSafeAddress, {
    error: (issue) =>
      `must be an https address (http on this machine only) without credentials, for example ${String(issue.path?.[0] ?? '')}=${example}`,
  });
}

/** As HOSTNAME is written, which has no brackets around IPv6 addresses. */
function isOwnAddress(hostname: string): boolean {
  return isLoopback(hostname.includes(':') ? `[${hostname}]` : hostname);
}
