import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { VIEWER_TEXTS, type ViewerText } from '@/lib/auth/viewer-text';
import type { SyncSettings } from '@/lib/server/sync/settings';
import { type AuthEnv, authEnvOf, authVariables } from './auth-env';
import {
  checked,
  describe,
  hint,
  isDatabaseUrl,
  isHour,
  isNumberBetween,
  isPort,
  memory,
  seconds,
  upstreamUrl,
} from './env-values';
import { withSecretFiles } from './secret-files';

/** Names and values as a process gets them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What the environment asks for, checked. */
export type Env = {
  /** Whether the calls are made up by the demo upstream. */
  demo: boolean;
  /** How to reach HappyRobot or the demo; absent as long as the demo upstream has not been started. */
  upstream: { url: string; key: string; organizationId?: string } | undefined;
  /** How long an upstream operation may take in milliseconds, retries included. */
  timeoutMs: number;
  port: number;
  hostname: string;
  /** The folder of the embedded index, as it was given: relative to where the process runs. */
  dataDir: string;
  /** Where several instances share a record; absent: this is the only one. It has a password in it. */
  databaseUrl: string | undefined;
  /** Megabytes that the engine of the index may hold; absent: what suits the machine. */
  indexMemory: number | undefined;
  /** How long a question to the index may take, in milliseconds. */
  indexTimeoutMs: number;
  /** Whether the index is kept up to date by itself; else it only knows what people were shown. */
  sync: boolean;
  syncSettings: SyncSettings;
  /** ISO 4217 code of the amounts in `costs`. */
  currency: string;
  logLevel: LogLevel;
  auth: AuthEnv;
  /** What Prometheus shows to read the metrics; without it there are none. */
  metricsToken: string | undefined;
  /** How many reverse proxies stand before the server, each of which tells the address that it was asked from. */
  trustedProxies: number;
  /** What one person may ask of the API in the long run. */
  requestsPerMinute: number;
  /** What becomes of numbers in free text for who may not see them. */
  viewerText: ViewerText;
  /** Settings without effect, a sentence each. */
  warnings: string[];
};

type LogLevel = (typeof LOG_LEVELS)[number];

/** One line for each variable that is wrong: its name, the problem, an example. Values are never repeated. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Set by `lib/cli/serve.ts` for the server it starts: the upstream it names is the demo upstream. */
export const DEMO_VARIABLE = 'CALLSCOPE_DEMO';

const DEFAULT_DATA_DIR = '.data';
const DEFAULT_URL = 'https://app.happyrobot.ai/api/v1';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const variablesSchema = z.object({
  HAPPYROBOT_API_KEY: z
    .string()
    .transform((text) => text.replace(/^Bearer\s+/i, ''))
    .pipe(
      checked(
        (key) => /^[\x21-\x7e]+$/.test(key),
        'must be the key alone, visible ASCII without spaces',
        'hr_1a2b3c',
      ),
    )
    .optional(),
  HAPPYROBOT_API_URL: upstreamUrl(DEFAULT_URL),
  HAPPYROBOT_ORGANIZATION_ID: checked(
    (id) => /^[\x21-\x7e]{1,200}$/.test(id),
    'must be one id of visible ASCII without spaces',
    '65a1b2c3d4e5f60718293a4b',
  ).optional(),
  HAPPYROBOT_TIMEOUT: checked(
    isNumberBetween(1, 600),
    'must be a number of seconds from 1 to 600',
    '45',
  )
    .transform((seconds) => Number(seconds) * 1000)
    .default(45_000),
  PORT: checked(isPort, 'must be a whole number from 1 to 65535', '3000')
    .transform(Number)
    .default(3000),
  HOSTNAME: checked(
    (name) => /^[A-Za-z0-9._:-]{1,253}$/.test(name),
    'must be a host name or an IP address of this machine',
    '127.0.0.1',
  ).default('127.0.0.1'),
  DATA_DIR: checked(
    (path) => !path.includes('\0'),
    'must be the path of a folder',
    '.data',
  ).default(DEFAULT_DATA_DIR),
  DATABASE_URL: checked(
    isDatabaseUrl,
    'must be the address of a PostgreSQL database with its name',
    'postgres://callscope:…@db.example.com/callscope',
  ).optional(),
  INDEX_MEMORY: memory('512MB'),
  INDEX_TIMEOUT: checked(isNumberBetween(1, 600), 'must be a number of seconds from 1 to 600', '20')
    .transform((seconds) => Number(seconds) * 1000)
    .default(20_000),
  SYNC: z
    .enum(['on', 'off'], { error: hint('must be on or off', 'on') })
    .transform((word) => word === 'on')
    .default(true),
  SYNC_NEW_SECONDS: seconds(15),
  SYNC_DAY_SECONDS: seconds(300),
  SYNC_WEEK_SECONDS: seconds(3600),
  SYNC_ALL_HOUR: checked(isHour, 'must be a whole hour of the day in UTC from 0 to 23', '3')
    .transform(Number)
    .default(3),
  SYNC_SHARE: checked(isNumberBetween(0.01, 1), 'must be a number from 0.01 to 1', '0.5')
    .transform(Number)
    .default(0.5),
  SYNC_TRANSCRIPTS: z
    .enum(['on', 'off'], { error: hint('must be on or off', 'on') })
    .transform((word) => word === 'on')
    .default(true),
  CURRENCY: checked(
    (code) => Intl.supportedValuesOf('currency').includes(code),
    'must be an ISO 4217 currency code in capitals',
    'USD',
  ).default('USD'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: hint(`must be one of ${LOG_LEVELS.join(', ')}`, 'info') })
    .default('info'),
  TRUSTED_PROXIES: checked(
    (text) => /^\d{1,2}$/.test(text),
    'must be the number of reverse proxies before Callscope, from 0 to 99',
    '1',
  )
    .transform(Number)
    .default(0),
  REQUESTS_PER_MINUTE: checked(
    (text) => /^\d{1,7}$/.test(text) && Number(text) >= 60,
    'must be a whole number from 60 to 9999999',
    '1200',
  )
    .transform(Number)
    .default(1200),
  VIEWER_TEXT: z
    .enum(VIEWER_TEXTS, { error: hint('must be hidden or recognised', 'hidden') })
    .default('hidden'),
  METRICS_TOKEN: checked(
    (token) => /^[\x21-\x7e]{16,}$/.test(token),
    'must be at least 16 visible ASCII characters without spaces: `npm run secret` prints one',
    '…',
  ).optional(),
  ...authVariables,
  [DEMO_VARIABLE]: checked((text) => text === '1', 'is set by Callscope itself', '1').optional(),
});

/**
 * Checks the variables; an empty one counts as not set. No API key means demo mode, where the upstream's own
 * variables have no effect.
 * @throws {EnvError} when a value is wrong
 */
export function parseEnv(given: Variables, readText = readFile): Env {
  const { variables, problems } = withSecretFiles(given, readText);
  const set = Object.fromEntries(
    Object.entries(variables).flatMap(([name, text]) =>
      text?.trim() ? [[name, text.trim()] as const] : [],
    ),
  );
  const wantsDemo = set.HAPPYROBOT_API_KEY === undefined;
  const warnings =
    wantsDemo && set.HAPPYROBOT_API_URL !== undefined
      ? ['HAPPYROBOT_API_URL has no effect: without HAPPYROBOT_API_KEY the calls are demo data.']
      : [];
  if (wantsDemo) delete set.HAPPYROBOT_API_URL;

  const outcome = variablesSchema.safeParse(set);
  if (!outcome.success) problems.push(describe(outcome.error));
  if (!outcome.success || problems.length > 0) throw new EnvError(problems.join('\n'));
  const read = outcome.data;
  const demo = wantsDemo || read[DEMO_VARIABLE] !== undefined;
  const auth = authEnvOf(read, {
    demo,
    hostname: read.HOSTNAME,
    usersFile: usersFileOf(set),
    trustedProxies: read.TRUSTED_PROXIES,
  });
  if (typeof auth === 'string') throw new EnvError(auth);
  return {
    demo,
    upstream:
      read.HAPPYROBOT_API_KEY === undefined
        ? undefined
        : {
            url: read.HAPPYROBOT_API_URL,
            key: read.HAPPYROBOT_API_KEY,
            ...(read.HAPPYROBOT_ORGANIZATION_ID && {
              organizationId: read.HAPPYROBOT_ORGANIZATION_ID,
            }),
          },
    timeoutMs: read.HAPPYROBOT_TIMEOUT,
    port: read.PORT,
    hostname: read.HOSTNAME,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    indexMemory: read.INDEX_MEMORY,
    indexTimeoutMs: read.INDEX_TIMEOUT,
    sync: read.SYNC,
    syncSettings: {
      newMs: read.SYNC_NEW_SECONDS,
      dayMs: read.SYNC_DAY_SECONDS,
      weekMs: read.SYNC_WEEK_SECONDS,
      allHour: read.SYNC_ALL_HOUR,
      share: read.SYNC_SHARE,
      transcripts: read.SYNC_TRANSCRIPTS,
    },
    currency: read.CURRENCY,
    logLevel: read.LOG_LEVEL,
    auth,
    metricsToken: read.METRICS_TOKEN,
    trustedProxies: read.TRUSTED_PROXIES,
    requestsPerMinute: read.REQUESTS_PER_MINUTE,
    viewerText: read.VIEWER_TEXT,
    warnings,
  };
}

function readFile(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Where the accounts with passwords are, whatever else is right or wrong. */
export function usersFileOf(variables: Variables): string {
  const dataDir = variables.DATA_DIR?.trim() || DEFAULT_DATA_DIR;
  return variables.AUTH_USERS_FILE?.trim() || join(dataDir, 'users');
}

/** The variables of this process: nothing else on the server reads them. */
export function processVariables(): Variables {
  return process.env;
}

/** The variables for a process that this one starts: ours and what is added to them. */
export function childVariables(additions: Record<string, string>): NodeJS.ProcessEnv {
  return Object.assign({}, process.env, additions);
}
