import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { freePort, temporaryFolder } from '@/e2e/support/servers';

/** The folder that the container runs, somewhere else, with no package beside it and the demo of its own. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EMAIL = 'ana@company.example';
const PASSWORD = 'correct horse battery';

const folder = temporaryFolder();
const app = join(folder, 'app');

function environment(port: number, additions: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    AUTH_MODE: 'password',
    SESSION_SECRET: 'a secret of thirty-two bytes or more',
    ...additions,
  };
}

test.beforeAll(() => {
  const printed = execFileSync('npm', ['run', '--silent', 'standalone'], { cwd: ROOT });
  expect(printed.toString()).toMatch(/^ *[\d.]+ MB {2}all of /);
  cpSync(join(ROOT, '.next/standalone'), app, { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(folder, 'data'));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it holds no tests, no sources, no settings and no tools', () => {
  const names = readdirSync(app, { recursive: true, encoding: 'utf8' });
  expect(names).toContain('lib/cli/serve.mjs');
  expect(
    names.filter((name) =>
      /\.test[.-]|^lib\/.*\.tsx?$|(^|\/)\.env|^node_modules\/(esbuild|tsx|typescript)$/.test(name),
    ),
  ).toEqual([]);
});

test('a wrong setting stops it with a line that says so', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/serve.mjs', 'start'], {
    cwd: app,
    env: environment(3000, { PORT: 'http' }),
  });
  expect(stderr.toString()).toBe(
    'PORT must be a whole number from 1 to 65535, for example PORT=3000\n',
  );
  expect({ status, stdout: stdout.toString() }).toEqual({ status: 1, stdout: '' });
});

test('it signs in, lists, exports, plays, and ends in order', async () => {
  const port = await freePort();
  const env = environment(port);
  execFileSync(process.execPath, ['lib/cli/users/user.mjs', 'add', EMAIL, 'manager'], {
    cwd: app,
    env,
    input: `${PASSWORD}\n${PASSWORD}\n`,
    stdio: 'pipe',
  });
  const server = spawn(process.execPath, ['lib/cli/serve.mjs', 'start'], { cwd: app, env });
  const printed: string[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  try {
    await expect
      .poll(() => server.exitCode ?? printed.join(''), { timeout: 60_000 })
      .toContain(`Callscope is ready on http://localhost:${port} (demo data`);
    await use(`http://127.0.0.1:${port}`);
  } finally {
    expect(await ended(server)).toBe(0);
  }
  expect(printed.join('')).toContain('"msg":"the index is closed"');
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
});

async function use(url: string): Promise<void> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.getSetCookie().map((text) => text.split(';', 1)[0]);
  const get = (path: string) => fetch(url + path, { headers: { cookie: cookie.join('; ') } });

  expect((await get('/calls')).status).toBe(200);
  const { calls } = await (await get('/api/calls?limit=20&statuses=Completed')).json();
  expect(calls).toHaveLength(20);
  // The engine's library is there, and the thread that writes exports.
  const exported = async () => (await (await get('/api/calls/export?format=csv')).text()).length;
  await expect.poll(exported, { timeout: 60_000 }).toBeGreaterThan(10_000);
  const sound = await get(`/api/calls/${calls[0].id}/recording`);
  expect(sound.headers.get('content-type')).toBe('audio/wav');
  await sound.body?.cancel();
}

async function ended(server: ChildProcess): Promise<number | null> {
  if (server.exitCode === null) {
    const exit = once(server, 'exit');
    server.kill('SIGTERM');
    await exit;
  }
  return server.exitCode;
}
