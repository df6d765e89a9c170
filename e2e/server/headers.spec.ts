import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { test } from '@/e2e/support/fixtures';
import { EVERYWHERE } from '@/lib/server/http/security/headers.mjs';

/** Every page and route of the app, with an id that exists nowhere. */
const PATHS = filesIn('app', /\/(page\.tsx|route\.ts)$/).map((file) => {
  const parts = file.split('/').slice(1, -1);
  const named = parts.filter((part) => !part.startsWith('(') && !part.startsWith('[['));
  return `/${named.map((part) => (part.startsWith('[') ? 'nobody' : part)).join('/')}`;
});
const ODD = [
  '/nowhere',
  '/calls/nowhere',
  '/api/nowhere',
  '/calls/',
  '/_next/image?url=%2Ficon.svg',
];
const FAILING = ['/api/calls?limit=x', '/api/%E0%A4%A', '/calls/__proto__', '//elsewhere'];

test('whatever is asked for, the answer carries the headers', async ({ servers }) => {
  expect(PATHS.length).toBeGreaterThan(20);
  const scripts = filesIn('.next/static/chunks', /\.js$/).slice(0, 1);
  const files = scripts.map((file) => file.replace('.next', '/_next'));
  const all = [...PATHS, ...ODD, ...FAILING, ...files, '/_next/static/nowhere.js', '/icon.svg'];
  for (const path of all) {
    for (const method of ['GET', 'POST', 'TRACE']) {
      const { status, headers } = await ask(servers.url, `${method} ${path}`);
      const where = `${method} ${path}`;
      for (const { key, value } of EVERYWHERE) {
        if (key === 'Content-Security-Policy') continue;
        expect(headers.get(key), `${key} of ${where}`).toBe(value);
      }
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, where).toContain("default-src 'none'");
      expect(policy, where).toContain("frame-ancestors 'none'");
      expect(policy, where).not.toContain('unsafe');
      expect(headers.get('x-powered-by'), where).toBeNull();
      expect(headers.get('strict-transport-security'), where).toBeNull();
      if (method === 'TRACE') expect([405, 308], where).toContain(status);
    }
  }
});

test('every page has a nonce of its own, and nothing in it runs without', async ({ servers }) => {
  const nonces = new Set<string>();
  for (const path of ['/calls', '/calls', '/costs?from=-30d', '/login', '/nowhere']) {
    const { headers, body } = await ask(servers.url, `GET ${path}`, {
      'x-nonce': 'ZXZpbA==',
      'content-security-policy': "script-src 'nonce-ZXZpbA=='",
    });
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']{20,})' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
    nonces.add(nonce);
    for (const part of [
      "require-trusted-types-for 'script'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ]) {
      expect(policy, path).toContain(part);
    }
    // Each with its text, in which the name of a tag is none.
    const scripts = body.match(/<script[^>]*>.*?<\/script>/gs) ?? [];
    expect(scripts.length, path).toBeGreaterThan(5);
    expect(
      scripts.filter((script) => !script.split('>')[0]?.includes(` nonce="${nonce}"`)),
      path,
    ).toEqual([]);
    expect(body, path).not.toContain('ZXZpbA==');
    expect(body, path).not.toMatch(/<[a-z][^>]* style="/);
  }
  expect(nonces.size).toBe(5);
});

test('over https the browser is told to stay there', async ({ servers }) => {
  for (const path of ['/calls', '/api/health', '/nowhere']) {
    const { headers } = await ask(servers.url, `GET ${path}`, { 'x-forwarded-proto': 'https' });
    expect(headers.get('strict-transport-security'), path).toContain('max-age=31536000');
  }
});

const REFUSED = [
  ['next-action', 'x', 400],
  ['x-middleware-subrequest', 'proxy:proxy:proxy', 400],
  ['x-http-method-override', 'DELETE', 400],
  ['x-invoke-path', '/costs', 400],
  ['x-prerender-revalidate', '1', 400],
  ['host', 'calls.example.com', 421],
] as const;

test('what only the server may say is refused', async ({ servers }) => {
  for (const [name, value, expected] of REFUSED) {
    for (const path of ['/calls', '/api/health']) {
      const { status, body } = await ask(servers.url, `GET ${path}`, { [name]: value });
      expect(status, `${name} ${path}`).toBe(expected);
      expect(JSON.parse(body).code).toBe('invalid_request');
    }
  }
  const long = await ask(servers.url, `GET /calls?search=${'x'.repeat(9000)}`);
  expect(long.status).toBe(414);
  const image = await ask(servers.url, 'GET /_next/image?url=%2Ficon.svg&w=64&q=75');
  expect(image.status).toBe(404);
});

test('a violation of the policy is noticed, and text does not become code', async ({
  page,
  trouble,
}) => {
  await page.goto('/login');
  trouble.expect(/TrustedHTML/, /TrustedScript/, /style-src-attr/);
  const outcomes = await page.evaluate(() => {
    const attempt = (act: () => void) => {
      try {
        act();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const script = () => document.createElement('script');
    const styled = document.createElement('p');
    styled.setAttribute('style', 'color: red');
    return {
      markup: attempt(() => {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
      }),
      code: attempt(() => {
        script().text = 'alert(1)';
      }),
      foreign: attempt(() => {
        script().src = 'https://example.com/_next/static/a.js';
      }),
      data: attempt(() => {
        script().src = '/api/calls';
      }),
      own: attempt(() => {
        script().src = '/_next/static/chunks/a.js';
      }),
    };
  });
  expect(outcomes).toEqual({
    markup: 'TypeError',
    code: 'TypeError',
    foreign: 'TypeError',
    data: 'TypeError',
    own: 'done',
  });
});

test('there is nothing that Next would call or keep by itself', () => {
  const sources = ['app', 'components', 'lib'].flatMap((folder) =>
    filesIn(folder, /\.(tsx?|mjs)$/),
  );
  const directives = sources.filter((file) =>
    /^\s*['"]use (server|cache)/m.test(readFileSync(file, 'utf8')),
  );
  expect(directives).toEqual([]);
});

/** One request as it is written here: clients mend addresses, and refuse methods and headers. */
async function ask(url: string, line: string, more: Record<string, string> = {}) {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries({ host, connection: 'close', 'content-length': '0', ...more });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`${line} HTTP/1.1\r\n${lines}\r\n`);
  const answer = await text(socket);
  const end = answer.indexOf('\r\n\r\n');
  const [first = '', ...rest] = answer.slice(0, end).split('\r\n');
  const told = new Headers();
  for (const pair of rest) {
    const at = pair.indexOf(': ');
    told.append(pair.slice(0, at), pair.slice(at + 2));
  }
  return {
    status: Number(first.split(' ')[1]),
    headers: told,
    body: unchunked(answer.slice(end + 4), told),
  };
}

function unchunked(body: string, headers: Headers): string {
  if (headers.get('transfer-encoding') !== 'chunked') return body;
  return body.replace(/(^|\r\n)[0-9a-f]+\r\n/g, '');
}

/** The files below a folder whose path fits. */
function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((path) => pattern.test(path));
}
