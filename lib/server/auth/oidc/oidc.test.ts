import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account, Role } from '@/lib/auth/roles';
import { createLog } from '@/lib/server/observability/log';
import { createOidc, type Redirect } from './oidc';
import {
  signedWithOtherKey,
  signedWithSecret,
  startProvider,
  unsigned,
} from './provider.test-server';
import type { OidcSettings } from './settings';

const SECRET = 'a secret for tests that has thirty-two bytes';
const CLIENT_SECRET = 'client-secret-1a2b3c4d5e6f';
const ANA = {
  sub: 'ana-1',
  email: 'Ana@Company.example',
  email_verified: true,
  name: 'Ana Example',
  groups: ['callscope-reviewers'],
};

let provider: Awaited<ReturnType<typeof startProvider>>;
let time = 0;
let lines: string[] = [];
let opened: { account: Account; role: Role }[] = [];

beforeEach(async () => {
  provider = await startProvider();
  provider.conduct.claims = ANA;
  time = Date.now();
  lines = [];
  opened = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  return provider.stop();
});

function oidcWith(changes: Partial<OidcSettings> = {}) {
  const settings: OidcSettings = {
    issuer: provider.url,
    clientId: 'callscope',
    clientSecret: CLIENT_SECRET,
    allowedDomains: ['company.example'],
    roleClaim: 'groups',
    roleMap: { 'callscope-managers': 'manager', 'callscope-reviewers': 'reviewer' },
    publicUrl: 'http://localhost:3000',
    ...changes,
  };
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return createOidc({
    settings,
    secret: SECRET,
    openSession: async (account, role) => {
      opened.push({ account, role });
      return 'session=opened; Path=/';
    },
    now: () => time,
    log: createLog({ level: 'info', secret: undefined }, destination),
    timeoutSeconds: 0.3,
  });
}
type SignIn = ReturnType<typeof oidcWith>;

/** What a browser would send back of the cookies that were set. */
function jar(...redirects: Redirect[]): string {
  const cookies = new Map<string, string>();
  for (const line of redirects.flatMap(({ setCookies }) => setCookies)) {
    const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
    if (line.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, value);
  }
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Where the provider sends the browser back to. */
async function visit({ location }: Redirect): Promise<URL> {
  const response = await fetch(location, { redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
}

async function signIn(oidc: SignIn, returnTo: string | null = null): Promise<Redirect> {
  const started = await oidc.start(returnTo, '');
  return oidc.finish(await visit(started), jar(started));
}

function refusal(code: string, returnTo = '/calls'): string {
  return `/login?${new URLSearchParams({ problem: code, return_to: returnTo })}`;
}

async function expectRefusal(code: string, oidc = oidcWith(), reason = ''): Promise<void> {
  expect((await signIn(oidc)).location).toBe(refusal(code));
  expect(opened).toEqual([]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/eyJ|client-secret|example\./);
  expect(JSON.parse(lines[0] ?? '').reason).toContain(reason);
}

describe('signing in with OpenID Connect', () => {
  it('asks with a code, PKCE, state and nonce, and for the address that is configured', async () => {
    const { location, setCookies } = await oidcWith().start('/costs', '');
    const { origin, searchParams } = new URL(location);
    expect(origin).toBe(provider.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'callscope',
      redirect_uri: 'http://localhost:3000/api/session/oidc/callback',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(setCookies).toEqual([
      expect.stringMatching(
        /^callscope-oidc\.[\w-]{43}=\S+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(location).not.toContain(CLIENT_SECRET);
  });

  it('keeps its cookies to https where it is served by it', async () => {
    const { setCookies } = await oidcWith({ publicUrl: 'https://calls.company.example' }).start(
      null,
      '',
    );
    expect(setCookies[0]).toMatch(/^__Host-callscope-oidc\..*; Secure$/);
  });

  it.each([
    [['callscope-managers'], 'manager'],
    [['callscope-reviewers'], 'reviewer'],
    ['callscope-reviewers', 'reviewer'],
    [['other', 'callscope-reviewers', 'callscope-managers'], 'manager'],
  ])('gives who is in %j the role %s', async (groups, role) => {
    provider.conduct.claims = { ...ANA, groups };
    const { location, setCookies } = await signIn(oidcWith(), '/costs?period=7d');
    expect(location).toBe('/costs?period=7d');
    const account = {
      subject: `${provider.url}|ana-1`,
      email: 'ana@company.example',
      name: 'Ana Example',
    };
    expect(opened).toEqual([{ account, role }]);
    expect(provider.verifiers).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    expect(setCookies).toEqual([
      expect.stringMatching(/^callscope-oidc\.[\w-]{43}=; .*Max-Age=0/),
      'session=opened; Path=/',
    ]);
    expect(lines).toEqual([]);
  });

  it('gives everybody who is let in the role of the asterisk', async () => {
    provider.conduct.claims = { ...ANA, groups: undefined };
    await signIn(oidcWith({ roleMap: { '*': 'viewer' } }));
    expect(opened).toMatchObject([{ role: 'viewer' }]);
  });

  it('finds roles inside another claim', async () => {
    provider.conduct.claims = { ...ANA, realm_access: { roles: ['callscope-managers'] } };
    await signIn(oidcWith({ roleClaim: 'realm_access.roles' }));
    expect(opened).toMatchObject([{ role: 'manager' }]);
  });

  it('takes the e-mail address for the name where there is none', async () => {
    provider.conduct.claims = { ...ANA, name: undefined };
    await signIn(oidcWith());
    expect(opened).toMatchObject([{ account: { name: 'ana@company.example' } }]);
  });
});

describe('a token that is not right', () => {
  it.each([
    ['another issuer', '"iss"', { iss: 'https://evil.example' }],
    ['another audience', '"aud"', { aud: 'another-client' }],
    [
      'more audiences than ours',
      'additional untrusted audiences',
      { aud: ['callscope', 'another-client'] },
    ],
    ['another nonce', 'unexpected ID Token "nonce"', { nonce: 'another' }],
    ['no nonce', '"nonce" (nonce) claim missing', { nonce: undefined }],
    ['its time over', '"exp"', { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['no end', '"exp" (expiration time) claim missing', { exp: undefined }],
    ['its time not come', '"nbf"', { nbf: Math.floor(Date.now() / 1000) + 3600 }],
    ['no subject', '"sub" (subject) claim missing', { sub: undefined }],
  ])('is refused: %s', async (_what, reason, claims) => {
    provider.conduct.claims = { ...ANA, ...claims };
    await expectRefusal('sign_in_failed', oidcWith(), reason);
  });

  it.each([
    ['no signature', 'unexpected JWT "alg"', unsigned],
    ['a secret for a key', 'unexpected JWT "alg"', signedWithSecret(CLIENT_SECRET)],
    ['a key of somebody else', 'signature verification failed', signedWithOtherKey],
    ['claims changed afterwards', '', (token: string) => token.replace(/\.[^.]{4}/, '.eyJh')],
    ['no token at all', '', () => 'nothing'],
  ])('is refused: %s', async (_what, reason, forge) => {
    provider.conduct.forge = forge;
    await expectRefusal('sign_in_failed', oidcWith(), reason);
  });

  it.each([
    ['no signature', 'unexpected JWT "alg"', unsigned],
    ['a secret for a key', 'unexpected JWT "alg"', signedWithSecret(CLIENT_SECRET)],
  ])(
    'is refused even where the provider says that it does so: %s',
    async (_what, reason, forge) => {
      provider.conduct.discovery = {
        id_token_signing_alg_values_supported: ['none', 'HS256', 'RS256'],
      };
      provider.conduct.forge = forge;
      await expectRefusal('sign_in_failed', oidcWith(), reason);
    },
  );
});

describe('a way back that is not right', () => {
  it('is refused with another state, none, or two', async () => {
    const oidc = oidcWith();
    const started = await oidc.start('/costs', '');
    const back = await visit(started);
    for (const states of [['a'.repeat(43)], [''], [], ['a; Path=/', 'b']]) {
      const url = new URL(back);
      url.searchParams.delete('state');
      for (const state of states) url.searchParams.append('state', state);
      const { location } = await oidc.finish(url, jar(started));
      expect(location).toBe(refusal('sign_in_failed'));
    }
    back.searchParams.append('state', 'b'.repeat(43));
    expect((await oidc.finish(back, jar(started))).location).toBe(
      refusal('sign_in_failed', '/costs'),
    );
    expect(opened).toEqual([]);
  });

  it('is refused without its cookie, with that of somebody else, or with one that was sealed elsewhere', async () => {
    const oidc = oidcWith();
    const started = await oidc.start(null, '');
    const back = await visit(started);
    const name = jar(started).split('=')[0];
    const other = jar(await oidc.start(null, '')).split(/=(.*)/s)[1];
    for (const cookies of ['', `${name}=`, `${name}=Fe26.2*1*x`, `${name}=${other}`]) {
      expect((await oidc.finish(back, cookies)).location).toBe(refusal('sign_in_failed'));
    }
    expect(opened).toEqual([]);
    expect(provider.asked).not.toContain('/token');
    expect(lines.filter((line) => line.includes('the attempt is unknown'))).toHaveLength(4);
  });

  it('is refused the second time', async () => {
    const oidc = oidcWith();
    const started = await oidc.start(null, '');
    const back = await visit(started);
    await oidc.finish(back, jar(started));
    expect((await oidc.finish(back, jar(started))).location).toBe(refusal('sign_in_failed'));
    expect(opened).toHaveLength(1);
    expect(provider.asked.filter((path) => path === '/token')).toHaveLength(1);
  });

  it('is refused after ten minutes', async () => {
    const oidc = oidcWith();
    const started = await oidc.start(null, '');
    const back = await visit(started);
    time += 600_000;
    expect((await oidc.finish(back, jar(started))).location).toBe(refusal('sign_in_failed'));
    expect(opened).toEqual([]);
  });

  it('is refused with a code that the provider never gave', async () => {
    const oidc = oidcWith();
    const started = await oidc.start(null, '');
    const back = await visit(started);
    back.searchParams.set('code', 'stolen');
    expect((await oidc.finish(back, jar(started))).location).toContain('/login?problem=');
    expect(opened).toEqual([]);
  });

  it('tells when the person or the provider said no', async () => {
    const oidc = oidcWith();
    for (const [error, code] of [
      ['access_denied', 'sign_in_failed'],
      ['temporarily_unavailable', 'provider_unreachable'],
      ['<b>evil +49 170 1234567', 'sign_in_failed'],
    ] as const) {
      const started = await oidc.start('/costs', '');
      const { state = '' } = Object.fromEntries(new URL(started.location).searchParams);
      const query = new URLSearchParams({ error, state, error_description: 'private words' });
      const url = new URL(`http://localhost:3000/api/session/oidc/callback?${query}`);
      expect((await oidc.finish(url, jar(started))).location).toBe(refusal(code, '/costs'));
    }
    expect(lines.join('')).not.toMatch(/evil|private/);
  });

  it('does not mix tabs, and keeps five of them at most', async () => {
    const oidc = oidcWith();
    const started: Redirect[] = [];
    for (let tab = 0; tab < 7; tab++) {
      time += 1000;
      started.push(await oidc.start(`/calls?tab=${tab}`, jar(...started)));
    }
    const cookies = jar(...started);
    expect(cookies.split('; ')).toHaveLength(5);
    const places: string[] = [];
    for (const one of started) places.push((await oidc.finish(await visit(one), cookies)).location);
    expect(places).toEqual([
      refusal('sign_in_failed'),
      refusal('sign_in_failed'),
      ...[2, 3, 4, 5, 6].map((tab) => `/calls?tab=${tab}`),
    ]);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/login', '/api/calls'])(
    'leads to the calls instead of %s',
    async (returnTo) => {
      expect((await signIn(oidcWith(), returnTo)).location).toBe('/calls');
    },
  );
});

describe('a person who is not let in', () => {
  it.each([
    ['email_unverified', { email_verified: false }],
    ['email_unverified', { email_verified: 'true' }],
    ['email_unverified', { email_verified: undefined }],
    ['email_unverified', { email: undefined }],
    ['email_unverified', { email: '' }],
    ['email_unverified', { email: ['ana@company.example'] }],
    ['email_unverified', { email: 'company.example' }],
    ['email_unverified', { email: 'ana@company.example\n' }],
    ['domain_not_allowed', { email: 'ana@other.example' }],
    ['domain_not_allowed', { email: 'ana@evil.company.example' }],
    ['domain_not_allowed', { email: 'ana@company.example.evil.example' }],
    ['domain_not_allowed', { email: 'ana@evilcompany.example' }],
    ['email_unverified', { email: 'ana@company.example@evil.example' }],
    ['email_unverified', { email: 'ana@evil.example@company.example' }],
    ['email_unverified', { email: '"ana@evil.example"@company.example' }],
    ['email_unverified', { email: 'ana＠evil.example@company.example' }],
    ['email_unverified', { email: '<ana@company.example' }],
    ['domain_not_allowed', { email: 'ana@company.example.' }],
    ['role_missing', { groups: undefined }],
    ['role_missing', { groups: [] }],
    ['role_missing', { groups: ['Callscope-Managers', 'manager'] }],
    ['role_missing', { groups: 'callscope-managers,callscope-reviewers' }],
    ['role_missing', { groups: { 'callscope-managers': true } }],
    ['role_missing', { groups: ['__proto__', 'constructor', '*', 1, null] }],
  ])('is told %s for %j', async (code, claims) => {
    provider.conduct.claims = { ...ANA, ...claims };
    await expectRefusal(code);
  });

  it('is everybody where no domain is allowed', async () => {
    await expectRefusal('domain_not_allowed', oidcWith({ allowedDomains: [] }));
  });
});

describe('a provider that fails', () => {
  async function expectUnreachable(oidc = oidcWith()): Promise<void> {
    expect((await oidc.start('/costs', '')).location).toBe(
      refusal('provider_unreachable', '/costs'),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/<html|client-secret/);
  }

  it('is asked again by the next person', async () => {
    provider.conduct.instead = (_path, response) => {
      response.writeHead(500).end();
      return true;
    };
    const oidc = oidcWith();
    await expectUnreachable(oidc);
    provider.conduct.instead = undefined;
    expect((await signIn(oidc)).location).toBe('/calls');
  });

  it('is asked a second time before anybody is told', async () => {
    let times = 0;
    provider.conduct.instead = (_path, response) => {
      times++;
      if (times > 1) return false;
      response.writeHead(503).end();
      return true;
    };
    expect((await signIn(oidcWith())).location).toBe('/calls');
  });

  it('is asked once for everybody who waits', async () => {
    const oidc = oidcWith();
    await Promise.all([1, 2, 3, 4].map(() => oidc.start(null, '')));
    expect(provider.asked).toHaveLength(1);
  });

  it('is told: nobody listens', async () => {
    const oidc = oidcWith();
    await provider.stop();
    await expectUnreachable(oidc);
    expect(JSON.parse(lines[0] ?? '').reason).toContain('ECONNREFUSED');
  });

  it('is told: it never answers', async () => {
    provider.conduct.instead = () => true;
    await expectUnreachable();
  });

  it('is told: its answer never ends', async () => {
    provider.conduct.instead = (_path, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"issuer":');
      return true;
    };
    await expectUnreachable();
  });

  it.each([
    ['a page', 'text/html', '<html>Sign in to the network</html>'],
    ['a page that says it is data', 'application/json', '<html>Sign in to the network</html>'],
    ['data of something else', 'application/json', '[]'],
  ])('is told: %s with 200', async (_what, type, text) => {
    provider.conduct.instead = (_path, response) => {
      response.writeHead(200, { 'content-type': type }).end(text);
      return true;
    };
    await expectUnreachable();
  });

  it('is told: it calls itself by another name', async () => {
    provider.conduct.discovery = { issuer: 'https://evil.example' };
    await expectUnreachable();
  });

  it('is told: it speaks for every company there is, as Entra can', async () => {
    const base = 'https://login.microsoftonline.com';
    vi.stubGlobal('fetch', async () =>
      Response.json({
        issuer: `${base}/{tenantid}/v2.0`,
        authorization_endpoint: `${base}/common/oauth2/v2.0/authorize`,
      }),
    );
    await expectUnreachable(oidcWith({ issuer: `${base}/common/v2.0` }));
  });

  it('is told: it would take the secret over plain http to another machine', async () => {
    await expectUnreachable(oidcWith({ issuer: 'http://192.0.2.1' }));
  });

  it.each([['/token'], ['/jwks']])('is told when it fails halfway: %s', async (broken) => {
    for (const fail of ['hang', 'page'] as const) {
      lines = [];
      provider.conduct.instead = (path, response) => {
        if (path !== broken) return false;
        if (fail === 'page') {
          response.writeHead(200, { 'content-type': 'text/html' }).end('<html>eyJ</html>');
        }
        return true;
      };
      await expectRefusal('provider_unreachable');
    }
  });
});
