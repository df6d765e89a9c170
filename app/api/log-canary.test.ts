import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Call } from '@/lib/call/call';
import { formatAccounts } from '@/lib/server/auth/accounts-file';
import { hashPassword } from '@/lib/server/auth/password';
import type * as LogModule from '@/lib/server/observability/log';
import { DELETE as removeNote } from './calls/[id]/notes/[noteId]/route';
import { POST as addNote } from './calls/[id]/notes/route';
import { PATCH as rate } from './calls/[id]/ratings/route';
import { GET as readCall } from './calls/[id]/route';
import { GET as readTranscript } from './calls/[id]/transcript/route';
import { GET as exportCalls } from './calls/export/route';
import { GET as readCalls } from './calls/route';
import { GET as readFacets } from './facets/route';
import { CANARY_KEY, startWorld } from './faults.test-world';
import { POST as signIn } from './session/route';

/** Nothing that people type, read or carry may be in the log: every line of these requests is searched. */

const { lines } = vi.hoisted(() => ({ lines: [] as string[] }));

// Threads are started from what the build makes of them, which is not here.
vi.mock('@/lib/server/services/export/text-threads', async () => {
  const { textHere } = await import('@/lib/server/services/export/text-here.test-maker');
  return { textThreads: textHere };
});

vi.mock('@/lib/server/observability/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  const destination = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  type Options = Parameters<typeof createLog>[0];
  return {
    createLog: (options: Options) => createLog({ ...options, level: 'trace' }, destination),
  };
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const EMAIL = 'maya@example.com';
const TYPED = {
  password: 'canary password of maya',
  number: '+13125550147',
  words: 'canary words of a search',
  note: 'canary text of a note',
  query: 'canary-of-the-query',
  secret: 'canary-secret-of-the-sessions-0123456789',
};

type Handler = (
  request: Request,
  context: { params: Promise<{ id: string; noteId: string }> },
) => Promise<Response>;

/** Sends requests with whatever a browser carries. */
function browser() {
  let cookie = 'callscope-other=canary-cookie';
  return {
    cookies: () => cookie.split(/; |=/).filter((part) => part.length > 12),
    async send(handler: Handler, path: string, method = 'GET', body?: unknown) {
      const request = new Request(`http://127.0.0.1${path}`, {
        method,
        headers: {
          cookie,
          host: '127.0.0.1',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'x-reviewer-email': EMAIL,
          authorization: 'Bearer canary-authorization',
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const [, id = '', noteId = ''] = /\/calls\/([^/]+)(?:\/notes\/([^/]+))?/.exec(path) ?? [];
      const params = Promise.resolve({ id, noteId });
      const answer = await handler(request, { params });
      const set = answer.headers.get('set-cookie')?.split(';')[0];
      if (set !== undefined) cookie += `; ${set}`;
      return { status: answer.status, text: await answer.text() };
    },
  };
}

async function usersFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'callscope-canary-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const hash = await hashPassword(TYPED.password);
  writeFileSync(join(folder, 'users'), formatAccounts([{ email: EMAIL, role: 'manager', hash }]));
  return join(folder, 'users');
}

/** Guarantee: the schema of the list, which its answer was held to. */
const callsOf = (text: string): Call[] => JSON.parse(text).calls;

it('no line of the log holds a query, a number, a note, a cookie, a password or the key', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
  vi.stubEnv('AUTH_MODE', 'password');
  vi.stubEnv('AUTH_USERS_FILE', await usersFile());
  vi.stubEnv('SESSION_SECRET', TYPED.secret);
  const world = await startWorld(lines);
  const { send, cookies } = browser();
  const credentials = { email: EMAIL, password: TYPED.password };
  expect((await send(readCalls, `/api/calls?search=${TYPED.query}`)).status).toBe(401);
  expect(
    (await send(signIn, '/api/session', 'POST', { ...credentials, password: `${TYPED.note} x` }))
      .status,
  ).toBe(401);
  expect((await send(signIn, '/api/session', 'POST', credentials)).status).toBe(200);

  const calls = callsOf((await send(readCalls, '/api/calls?limit=50')).text);
  const numbers = calls.flatMap(({ metadata }) => [metadata?.from, metadata?.to]);
  const id = calls[0]?.id;
  const search = encodeURIComponent(TYPED.words);
  const statuses: number[] = [];
  const ask = async (...given: Parameters<typeof send>) =>
    void statuses.push((await send(...given)).status);
  await ask(readCalls, `/api/calls?search=${search}`);
  await ask(readCalls, `/api/calls?search=${encodeURIComponent(TYPED.number)}`);
  await ask(readFacets, `/api/facets?search=${search}&campaigns=${TYPED.query}`);
  await ask(exportCalls, `/api/calls/export?format=csv&search=${search}`);
  await ask(readCall, `/api/calls/${id}`);
  await ask(readTranscript, `/api/calls/${id}/transcript`);
  await ask(addNote, `/api/calls/${id}/notes`, 'POST', { content: TYPED.note });
  await ask(rate, `/api/calls/${id}/ratings`, 'PATCH', { emoji: '✅', operation: 'add' });
  expect(statuses).toEqual(Array(8).fill(200));

  await ask(readCalls, `/api/calls?from=${TYPED.query}&${TYPED.query}=1`);
  await ask(readCalls, `/api/calls?search=${TYPED.query}${'x'.repeat(13_000)}`);
  await ask(addNote, `/api/calls/${id}/notes`, 'POST', { content: 7, [TYPED.query]: TYPED.note });
  await ask(removeNote, `/api/calls/${id}/notes/${TYPED.query}`, 'DELETE', {});
  const echo = { message: `${CANARY_KEY} ${TYPED.number} ${TYPED.note} canary-authorization` };
  await world.control.setFaults({ kind: 'status', status: 422, body: echo });
  await ask(readCalls, `/api/calls?search=${search}&offset=50`);
  await ask(addNote, `/api/calls/${id}/notes`, 'POST', { content: TYPED.note });
  await world.control.setFaults({ kind: 'reset' });
  await ask(readCalls, `/api/calls?search=${search}&limit=7`);
  expect(statuses.slice(8).every((status) => status >= 400 || status === 200)).toBe(true);

  const log = world.logged();
  const told = log.split('\n').filter((line) => line.includes('"msg":"request"'));
  expect(told).toHaveLength(3 + 1 + 15);
  expect(told.filter((line) => line.includes(`"user":"${EMAIL}"`))).toHaveLength(15);
  expect(log).toMatch(/"route":"\/api\/calls\/\{id\}\/notes".*"upstream_ms":\d/);
  const hidden = [...Object.values(TYPED), ...cookies(), ...numbers, CANARY_KEY, search, 'canary'];
  expect(numbers.filter(Boolean).length).toBeGreaterThan(50);
  for (const canary of hidden)
    if (canary) expect(log.includes(canary), `${canary} is in the log`).toBe(false);
});
