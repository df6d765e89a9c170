import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';

const entry = fileURLToPath(new URL('./main.ts', import.meta.url));
const tsx = ['--import', 'tsx'];
const messageSchema = z.object({ type: z.literal('listening'), url: z.url() });

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

function forked(env: Record<string, string>): ChildProcess {
  return fork(entry, {
    execArgv: tsx,
    stdio: 'pipe',
    env: { NODE_ENV: 'test', DEMO_CALLS: '30', ...env },
  });
}

async function listening(started: ChildProcess): Promise<string> {
  const [message] = await once(started, 'message');
  return messageSchema.parse(message).url;
}

test('tells its parent where it listens, serves with the key it was given, and ends with it', async () => {
  child = forked({ DEMO_API_KEY: 'another' });
  const url = await listening(child);
  const response = await fetch(`${url}/calls`, { headers: { authorization: 'Bearer another' } });
  expect(response.status).toBe(200);
  await response.text();
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);

test('says its address on standard output and ends on SIGTERM', async () => {
  const env = { NODE_ENV: 'test' as const, DEMO_CALLS: '30' };
  child = spawn(process.execPath, [...tsx, entry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = child.stdout ? await once(child.stdout, 'data') : [];
  expect(String(line)).toMatch(/^demo upstream listening on http:\/\/127\.0\.0\.1:\d+\/api\/v1\n$/);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);

test('refuses a wrong setting with one line that names it', async () => {
  child = forked({ DEMO_PORT: '70000' });
  const [[line], [code]] = await Promise.all([
    child.stderr ? once(child.stderr, 'data') : [],
    once(child, 'exit'),
  ]);
  expect(code).toBe(1);
  expect(String(line)).toMatch(/^DEMO_PORT: .+\n$/);
}, 30_000);
