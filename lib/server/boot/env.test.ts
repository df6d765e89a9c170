import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv, type Variables } from './env';

const KEY = 'canary-key-4f1d9a';
const SECRET = 'canary-secret-of-thirty-two-bytes-at-least';

function messageOf(variables: Variables): string {
  try {
    parseEnv(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
  throw new Error('accepted');
}

describe('parseEnv', () => {
  it('runs on demo data when nothing is set', () => {
    expect(parseEnv({})).toEqual({
      demo: true,
      upstream: undefined,
      timeoutMs: 45_000,
      trustedProxies: 0,
      requestsPerMinute: 1200,
      port: 3000,
      hostname: '127.0.0.1',
      dataDir: '.data',
      indexTimeoutMs: 20_000,
      sync: true,
      syncSettings: {
        newMs: 15_000,
        dayMs: 300_000,
        weekMs: 3_600_000,
        allHour: 3,
        share: 0.5,
        transcripts: true,
      },
      currency: 'USD',
      logLevel: 'info',
      viewerText: 'hidden',
      auth: { mode: 'none' },
      warnings: [],
    });
  });

  it('takes every variable', () => {
    expect(
      parseEnv({
        HAPPYROBOT_API_KEY: KEY,
        HAPPYROBOT_API_URL: 'https://api.example.com/v1/',
        HAPPYROBOT_ORGANIZATION_ID: 'org-1',
        HAPPYROBOT_TIMEOUT: '2.5',
        TRUSTED_PROXIES: '2',
        REQUESTS_PER_MINUTE: '600',
        VIEWER_TEXT: 'recognised',
        PORT: '8080',
        HOSTNAME: '0.0.0.0',
        AUTH_MODE: 'both',
        SESSION_SECRET: SECRET,
        SESSION_EPOCH: '7',
        INDEX_MEMORY: '2GB',
        INDEX_TIMEOUT: '5',
        AUTH_PUBLIC_URL: 'https://callscope.example.com/',
        AUTH_OIDC_ISSUER: 'https://login.example.com/tenant',
        AUTH_OIDC_CLIENT_ID: 'callscope',
        AUTH_OIDC_CLIENT_SECRET: 'hush',
        AUTH_OIDC_ALLOWED_DOMAINS: 'Example.com, example.org',
        AUTH_OIDC_ROLE_MAP: 'bosses=manager,*=viewer',
        DATA_DIR: '/var/lib/callscope',
        SYNC: 'off',
        SYNC_NEW_SECONDS: '30',
        SYNC_DAY_SECONDS: '600',
        SYNC_WEEK_SECONDS: '7200',
        SYNC_ALL_HOUR: '0',
        SYNC_SHARE: '0.25',
        SYNC_TRANSCRIPTS: 'off',
        CURRENCY: 'EUR',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      demo: false,
      upstream: {
        url: 'https://api.example.com/v1',
        key: KEY,
        organizationId: 'org-1',
      },
      timeoutMs: 2500,
      trustedProxies: 2,
      requestsPerMinute: 600,
      viewerText: 'recognised',
      port: 8080,
      hostname: '0.0.0.0',
      dataDir: '/var/lib/callscope',
      indexMemory: 2000,
      indexTimeoutMs: 5000,
      sync: false,
      syncSettings: {
        newMs: 30_000,
        dayMs: 600_000,
        weekMs: 7_200_000,
        allHour: 0,
        share: 0.25,
        transcripts: false,
      },
      currency: 'EUR',
      logLevel: 'debug',
      auth: {
        mode: 'both',
        secret: SECRET,
        epoch: '7',
        usersFile: '/var/lib/callscope/users',
        publicUrl: 'https://callscope.example.com',
        oidc: {
          publicUrl: 'https://callscope.example.com',
          issuer: 'https://login.example.com/tenant',
          clientId: 'callscope',
          clientSecret: 'hush',
          allowedDomains: ['example.com', 'example.org'],
          roleClaim: 'groups',
          roleMap: { bosses: 'manager', '*': 'viewer' },
        },
      },
      warnings: [],
    });
  });

  it.each([
    ['the key alone', KEY],
    ['a pasted header value', `Bearer ${KEY}`],
    ['a pasted line with spaces around', `  bearer   ${KEY} `],
  ])('accepts %s', (_, text) => {
    expect(parseEnv({ HAPPYROBOT_API_KEY: text }).upstream).toEqual({
      url: 'https://app.happyrobot.ai/api/v1',
      key: KEY,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { HAPPYROBOT_API_KEY: '', HAPPYROBOT_API_URL: ' ', PORT: '', CURRENCY: '' };
    expect(parseEnv(empty)).toEqual(parseEnv({}));
  });

  it('knows the demo upstream that it was started with', () => {
    const env = parseEnv({
      CALLSCOPE_DEMO: '1',
      HAPPYROBOT_API_KEY: KEY,
      HAPPYROBOT_API_URL: 'http://127.0.0.1:4010/api/v1',
    });
    expect(env).toMatchObject({ demo: true, upstream: { url: 'http://127.0.0.1:4010/api/v1' } });
  });

  it('warns that the address has no effect without a key, whatever it is', () => {
    expect(parseEnv({ HAPPYROBOT_API_URL: 'nonsense' })).toMatchObject({
      demo: true,
      upstream: undefined,
      warnings: [expect.stringMatching(/^HAPPYROBOT_API_URL has no effect/)],
    });
  });

  it.each([
    ['https://platform.happyrobot.ai/api/v1', 'is that of the platform, which has no calls'],
    ['https://platform.eu.happyrobot.ai/api/v1/', 'is that of the platform, which has no calls'],
    ['https://PLATFORM.happyrobot.ai', 'is that of the platform, which has no calls'],
    ['https://platform.happyrobot.ai/api/v2', 'is that of the platform API v2'],
    ['https://api.test/api/v2//', 'is that of the platform API v2'],
  ])('tells for the address %s which one is meant', (url, words) => {
    const start = () => parseEnv({ HAPPYROBOT_API_KEY: KEY, HAPPYROBOT_API_URL: url });
    expect(start).toThrow(`HAPPYROBOT_API_URL ${words}`);
    expect(start).toThrow('for example HAPPYROBOT_API_URL=https://app.happyrobot.ai/api/v1');
  });

  it.each([
    'https://api.test',
    'https://platform.happyrobot.ai.example/api/v1',
    'https://api.test/api/v20',
    'https://api.test:8443/v1',
    'http://localhost:4010',
    'http://127.0.0.2/api',
    'http://[::1]:4010/api',
  ])('accepts the address %s', (url) => {
    expect(parseEnv({ HAPPYROBOT_API_KEY: KEY, HAPPYROBOT_API_URL: url }).upstream?.url).toBe(url);
  });

  it.each([
    ['HAPPYROBOT_API_KEY', 'two words'],
    ['HAPPYROBOT_API_KEY', 'clé-secrète'],
    ['HAPPYROBOT_API_KEY', 'line\nbreak'],
    ['HAPPYROBOT_API_URL', 'app.happyrobot.ai'],
    ['HAPPYROBOT_API_URL', 'http://app.happyrobot.ai/api/v1'],
    ['HAPPYROBOT_API_URL', 'http://127.0.0.1.example.com/'],
    ['HAPPYROBOT_API_URL', 'ftp://localhost/'],
    ['HAPPYROBOT_API_URL', 'https://user:pass@app.happyrobot.ai/api/v1'],
    ['HAPPYROBOT_API_URL', 'https://app.happyrobot.ai/api/v1?limit=1'],
    ['HAPPYROBOT_API_URL', 'https://app.happyrobot.ai/api/v1#'],
    ['HAPPYROBOT_API_URL', 'https://platform.happyrobot.ai/api/v1'],
    ['HAPPYROBOT_API_URL', 'https://platform.eu.happyrobot.ai/api/v2/'],
    ['HAPPYROBOT_ORGANIZATION_ID', 'a b'],
    ['HAPPYROBOT_TIMEOUT', '0'],
    ['HAPPYROBOT_TIMEOUT', '601'],
    ['HAPPYROBOT_TIMEOUT', '45s'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', 'all'],
    ['REQUESTS_PER_MINUTE', '0'],
    ['REQUESTS_PER_MINUTE', '1e9'],
    ['VIEWER_TEXT', 'shown'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['HOSTNAME', 'http://localhost'],
    ['SYNC', 'yes'],
    ['SYNC_NEW_SECONDS', '0'],
    ['SYNC_DAY_SECONDS', '5 min'],
    ['SYNC_WEEK_SECONDS', '604801'],
    ['SYNC_ALL_HOUR', '24'],
    ['SYNC_ALL_HOUR', '3.5'],
    ['INDEX_TIMEOUT', '0'],
    ['INDEX_MEMORY', '512'],
    ['INDEX_MEMORY', '64MB'],
    ['INDEX_MEMORY', '1.5GB'],
    ['SYNC_SHARE', '0'],
    ['SYNC_SHARE', '50%'],
    ['CURRENCY', 'usd'],
    ['CURRENCY', 'XYZ1'],
    ['LOG_LEVEL', 'verbose'],
    ['CALLSCOPE_DEMO', 'yes'],
  ])('refuses %s=%j in one line with an example', (name, value) => {
    const message = messageOf({ HAPPYROBOT_API_KEY: KEY, [name]: value });
    expect(message).toMatch(new RegExp(`^${name} [^\\n]+, for example ${name}=[^\\n]+$`));
    expect(message).not.toContain(KEY);
    if (name === 'HAPPYROBOT_API_KEY') expect(message).not.toContain(value);
  });

  it('gives examples that it would accept', () => {
    const wrong = {
      HAPPYROBOT_API_KEY: 'a b',
      HAPPYROBOT_API_URL: 'x',
      HAPPYROBOT_ORGANIZATION_ID: 'a b',
      HAPPYROBOT_TIMEOUT: 'x',
      PORT: 'x',
      HOSTNAME: '/',
      SYNC: 'x',
      SYNC_NEW_SECONDS: 'x',
      SYNC_DAY_SECONDS: 'x',
      SYNC_WEEK_SECONDS: 'x',
      SYNC_ALL_HOUR: 'x',
      SYNC_SHARE: 'x',
      CURRENCY: 'x',
      LOG_LEVEL: 'x',
    };
    const lines = messageOf(wrong).split('\n');
    expect(lines).toHaveLength(Object.keys(wrong).length);
    const examples = lines.map((line) => (line.split(', for example ')[1] ?? '').split('='));
    expect(examples.map(([name]) => name).sort()).toEqual(Object.keys(wrong).sort());
    expect(() => parseEnv(Object.fromEntries(examples))).not.toThrow();
  });
});

describe('the token of the metrics', () => {
  it('is long enough to be none that is guessed, or comes from a file', () => {
    const token = 'canary-token-of-prometheus';
    expect(messageOf({ METRICS_TOKEN: 'canary-short' })).toMatch(
      /^METRICS_TOKEN must be at least 16/,
    );
    expect(messageOf({ METRICS_TOKEN: 'canary token with spaces' })).not.toContain('canary');
    expect(parseEnv({ METRICS_TOKEN: token }).metricsToken).toBe(token);
    expect(parseEnv({ METRICS_TOKEN_FILE: '/run/m' }, () => `${token}\n`).metricsToken).toBe(token);
  });
});

describe('sign-in', () => {
  const real = { HAPPYROBOT_API_KEY: KEY, SESSION_SECRET: SECRET };

  it.each(['127.0.0.1', 'localhost', '::1', '127.8.9.1'])('is not needed on %s', (HOSTNAME) => {
    expect(parseEnv({ HAPPYROBOT_API_KEY: KEY, HOSTNAME }).auth).toEqual({ mode: 'none' });
  });

  it.each(['0.0.0.0', '::', '10.0.0.5', 'callscope.example'])('is needed on %s', (HOSTNAME) => {
    expect(messageOf({ HAPPYROBOT_API_KEY: KEY, HOSTNAME })).toMatch(/^AUTH_MODE .*AUTH_MODE=/);
    expect(parseEnv({ HOSTNAME }).auth).toEqual({ mode: 'none' });
  });

  it.each([
    [{ AUTH_MODE: 'password', SESSION_SECRET: '' }, /^SESSION_SECRET must be set/],
    [{ AUTH_MODE: 'password', SESSION_SECRET: 'x'.repeat(31) }, /^SESSION_SECRET must have/],
    [{ AUTH_MODE: 'ldap' }, /^AUTH_MODE must be one of/],
    [{ TRUSTED_PROXIES: '1' }, /^AUTH_MODE is none, but TRUSTED_PROXIES .*AUTH_MODE=password/],
    [{ AUTH_MODE: 'oidc' }, /^AUTH_PUBLIC_URL must be set/],
    [
      { AUTH_MODE: 'oidc', AUTH_PUBLIC_URL: 'http://callscope.example' },
      /^AUTH_PUBLIC_URL must be/,
    ],
    [
      { AUTH_MODE: 'both', AUTH_PUBLIC_URL: 'https://c.example', AUTH_OIDC_ROLE_MAP: 'x=boss' },
      /^AUTH_OIDC_ROLE_MAP must map/,
    ],
  ])('%j is refused with a line', (variables, line) => {
    const message = messageOf({ ...real, ...variables });
    expect(message).toMatch(line);
    expect(message).not.toMatch(/\n|canary/);
  });

  it('takes secrets from files, and never both', () => {
    const files = { AUTH_MODE: 'password', SESSION_SECRET_FILE: '/run/s', HAPPYROBOT_API_KEY: KEY };
    expect(parseEnv(files, () => `${SECRET}\n`).auth).toMatchObject({ secret: SECRET });
    expect(messageOf({ ...files, SESSION_SECRET: SECRET })).toMatch(/^SESSION_SECRET_FILE and/);
    expect(messageOf({ ...files, SESSION_SECRET_FILE: '/nowhere/at/all' })).toMatch(
      /^SESSION_SECRET_FILE must name a file/,
    );
  });

  it('does not take an empty file of a secret for none: that would be demo data, or an open door', () => {
    for (const name of ['HAPPYROBOT_API_KEY', 'SESSION_SECRET', 'METRICS_TOKEN'])
      expect(() => parseEnv({ [`${name}_FILE`]: '/run/s' }, () => ' \n')).toThrow(
        `${name}_FILE must name a file that is not empty, for example ${name}_FILE=/run/secrets/x`,
      );
  });
});
