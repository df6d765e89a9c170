import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { type Identity, may, type Permission, ROLES, type Role } from '@/lib/auth/roles';
import { problemSchema } from '@/lib/call/answers/responses';
import { keysOf } from '@/lib/call/query/filters';
import { PARAMETER_WORDS } from '@/lib/call/query/parameter-words';
import { createDemoControl, type DemoControl } from '@/lib/demo/control/control';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { queryOf } from '@/lib/reference/query-of';
import { ROUTES } from '@/lib/reference/routes';
import { person } from '@/lib/server/auth/person.test-person';
import { container } from '@/lib/server/boot/container';
import { loadAddress } from '@/lib/url/address';
import { FirstPage } from '../(dashboard)/calls/first-page';
import { holdToReference } from './reference.test-holder';

/**
 * Every route with every method as everybody, through the real handlers, services and index, over a demo upstream. The
 * routes are read from the folders: one that has no rule here fails.
 */

const CALL = 'f0e1d2c3b4a5968778695a4b';
const NOTE = 'note-of-maya';
const NUMBER = '+13125559876';
const WHO = 'x-test-role';

type Rule = {
  access: Permission | 'open';
  query?: string;
  body?: unknown;
  /** What who may ask is answered; 200 unless said. */
  status?: number | Partial<Record<Role, number>>;
};

const view = { name: 'Missed', page: 'calls', query: '?from=-7d' };
const note = { content: 'a note', flagged: false };
const nothing: Rule = { access: 'open', status: 404 };

const RULES: Record<string, Rule> = {
  'GET /api/health': { access: 'open' },
  // Behind a token of its own, of which none is configured here.
  'GET /api/metrics': nothing,
  'GET /api/openapi.json': { access: 'read' },
  'GET /api/ready': { access: 'open' },
  'GET /api/costs/budgets': { access: 'read' },
  'PUT /api/costs/budgets': {
    access: 'set_budgets',
    body: { use_case: 'fresh', amount: 12.5, version: null },
  },
  'GET /api/campaigns': { access: 'read' },
  'PUT /api/campaigns': {
    access: 'name_campaigns',
    body: { campaign: 'fresh', name: 'Winter', version: null },
  },
  'GET /api/calls': { access: 'read', query: 'limit=2000' },
  'GET /api/calls/export': { access: 'export', query: 'format=jsonl' },
  'GET /api/calls/export/turn': { access: 'read' },
  'GET /api/calls/next': { access: 'read' },
  'GET /api/calls/{id}': { access: 'read' },
  'GET /api/calls/{id}/place': { access: 'read' },
  // The call has none; who may hear it is told so.
  'GET /api/calls/{id}/recording': { access: 'listen', status: 404 },
  'GET /api/calls/{id}/recording/waveform': { access: 'listen', status: 200 },
  'GET /api/calls/{id}/related': { access: 'read' },
  'GET /api/calls/{id}/transcript': { access: 'read' },
  'POST /api/calls/{id}/notes': { access: 'review', body: note },
  // The note is another’s: that takes a manager.
  'PATCH /api/calls/{id}/notes/{noteId}': {
    access: 'review',
    body: note,
    status: { reviewer: 403 },
  },
  'DELETE /api/calls/{id}/notes/{noteId}': { access: 'review', status: { reviewer: 403 } },
  'PATCH /api/calls/{id}/ratings': { access: 'review', body: { emoji: '✅', operation: 'add' } },
  'PATCH /api/calls/{id}/viewed': { access: 'review' },
  'GET /api/costs': { access: 'read', query: 'group_by=tag' },
  'GET /api/costs/breakdown': { access: 'read', query: 'group_by=tag&interval=month' },
  'GET /api/costs/outlook': { access: 'read' },
  'GET /api/costs/patterns': { access: 'read' },
  'GET /api/conversations': { access: 'read', query: 'group_by=agent&interval=week' },
  'GET /api/extraction': { access: 'read' },
  'GET /api/facets': { access: 'read' },
  'GET /api/facets/extraction': { access: 'read', query: 'fields=mc_number,lane.origin' },
  'GET /api/outcomes': { access: 'read', query: 'group_by=x.callback&interval=week' },
  'GET /api/outcomes/fields': { access: 'read', query: 'field=callback' },
  // What extracted numbers come to could tell one.
  'GET /api/outcomes/pairs': {
    access: 'read',
    query: 'field=callback&against=lane.miles',
    status: { viewer: 403 },
  },
  'GET /api/outcomes/values': {
    access: 'read',
    query: 'field=callback&group_by=use_case',
    status: { viewer: 403 },
  },
  'GET /api/review': { access: 'read' },
  'GET /api/review/agreement': { access: 'review' },
  'GET /api/session': { access: 'open' },
  'POST /api/session': { access: 'open', status: 404 },
  'DELETE /api/session': { access: 'open' },
  'GET /api/session/oidc': { access: 'open', status: 404 },
  'GET /api/session/oidc/callback': { access: 'open', status: 404 },
  'GET /api/sync': { access: 'read' },
  'POST /api/sync': { access: 'control_sync' },
  'POST /api/sync/deletions': { access: 'control_sync' },
  'GET /api/timeline': { access: 'read' },
  'GET /api/upstream': { access: 'read' },
  'POST /api/upstream': { access: 'control_sync' },
  'GET /api/usage': { access: 'read' },
  'GET /api/views': { access: 'read' },
  'POST /api/views': { access: 'share_views', body: { id: 'fresh', ...view } },
  'PUT /api/views/{id}': { access: 'share_views', body: { ...view, version: 1 } },
  'DELETE /api/views/{id}': { access: 'share_views', body: { version: 1 } },
  'DELETE /api/*': nothing,
  'GET /api/*': nothing,
  'HEAD /api/*': nothing,
  'OPTIONS /api/*': nothing,
  'PATCH /api/*': nothing,
  'POST /api/*': nothing,
  'PUT /api/*': nothing,
};

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const asking = vi.hoisted(() => ({ headers: new Headers() }));
// Threads are started from what the build makes of them, which is not here.
vi.mock('@/lib/server/services/export/text-threads', async () => {
  const { textHere } = await import('@/lib/server/services/export/text-here.test-maker');
  return { textThreads: textHere };
});

vi.mock('next/headers', () => ({ headers: async () => asking.headers }));

let demo: DemoUpstream;
let control: DemoControl;
const dataDir = mkdtempSync(join(tmpdir(), 'callscope-routes-'));
const handlers = new Map<string, Handler>();

beforeAll(async () => {
  demo = await startDemoUpstream({ calls: 300, control: true });
  control = createDemoControl(demo.url);
  await lay();
  vi.stubEnv('HAPPYROBOT_API_KEY', 'demo-key');
  vi.stubEnv('HAPPYROBOT_API_URL', demo.url);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('LOG_LEVEL', 'silent');
  const auth = { visit: async (headers: Headers) => ({ who: whoOf(headers) }) };
  const { sync } = Object.assign(container(), { auth });
  sync.start();
  await readRoutes();
  const indexed = async () => (await sync.status({ who: person('manager') })).indexed;
  await vi.waitFor(async () => expect(await indexed()).toBeGreaterThan(300), 20_000);
});
/** Whether anything was asked since that writes: else all lies as it did, and laying it takes longer than a test. */
let isTouched = true;
beforeEach(async () => {
  if (!isTouched) return;
  isTouched = false;
  await lay();
  await layViews();
  await layBudgets();
  await layCampaigns();
});
afterAll(async () => {
  const { sync, index } = container();
  await sync.stop();
  await index.close();
  await demo.close();
  rmSync(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

function whoOf(headers: Headers): Identity | undefined {
  const role = ROLES.find((each) => each === headers.get(WHO));
  return role && person(role);
}

/** The upstream as it was, and a call that says a number wherever a call says anything. */
async function lay() {
  await control.restoreCalls();
  const said = `ring (312) 555-9876 or ${NUMBER}`;
  await control.insertCalls({
    id: CALL,
    type: 'Inbound',
    status: said,
    created: '2026-11-20T00:00:00Z',
    metadata: { from: NUMBER, to: NUMBER, tags: [said], custom: { '(312) 555-9876': said } },
    use_case: { id: NUMBER, name: said, model: said, [said]: said },
    agent: { id: NUMBER, name: NUMBER },
    extraction: { callback: 13125559876, parts: ['312', '555', '9876'], [NUMBER]: [{ a: said }] },
    classification: { tag: said, reasoning: said },
    campaign_id: NUMBER,
    notes: [{ id: NOTE, user_id: 'maya@example.com', content: said, flagged: false }],
    ratings: [],
    viewed_by: [`${NUMBER}@sms.example`],
    costs: { total_costs: 1.25 },
    anything: { deep: [[said]] },
  });
  await control.insertCalls({ id: said, type: said });
  await control.setTranscript(CALL, {
    call_id: CALL,
    messages: [
      { role: 'user', content: said },
      { role: 'user', content: 'three one two, five five five, nine eight seven six' },
      {
        role: 'assistant',
        tool_calls: [{ function: { name: 'f', arguments: `{"n":"${said}"}` } }],
      },
    ],
  });
}

async function readRoutes() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /(^|[\\/])route\.[jt]sx?$/.test(name))) {
    const route: Record<string, Handler> = await import(/* @vite-ignore */ join(root, file));
    for (const [method, handler] of Object.entries(route))
      handlers.set(`${method} ${patternOf(file)}`, handler);
  }
}

function patternOf(file: string): string {
  const parts = file
    .split(sep)
    .slice(0, -1)
    .filter((part) => !part.startsWith('('));
  return `/${parts
    .join('/')
    .replace('[[...path]]', '*')
    .replace(/\[(\w+)\]/g, '{$1}')}`;
}

async function ask(route: string, role: Role | null, query = RULES[route]?.query ?? '') {
  const [method = '', pattern = ''] = route.split(' ');
  isTouched ||= method !== 'GET';
  const path = pattern.replace('{id}', CALL).replace('{noteId}', NOTE);
  const { body } = RULES[route] ?? {};
  const request = new Request(`http://localhost${path}${query && `?${query}`}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(role && { [WHO]: role }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const handler = handlers.get(route);
  if (!handler) throw new Error(`${route} is not there`);
  const response = await handler(request, { params: Promise.resolve({ id: CALL, noteId: NOTE }) });
  const { status, headers } = response;
  const text = await response.text();
  if (pattern !== '/api/*')
    holdToReference(route, { status, text, type: headers.get('content-type') ?? '' });
  return { status, text };
}

it('every route and method has a rule, and every rule its route', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(RULES).sort());
});

describe('the reference', () => {
  it('describes every route with its access, and no other', () => {
    const described = ROUTES.map(({ method, path, access }) => [`${method} ${path}`, access]);
    const there = Object.entries(RULES).map(([name, { access }]) => [name, access]);
    expect(described.sort()).toEqual(there.filter(([name]) => !name?.endsWith('/*')).sort());
  });

  it.each(ROUTES)('names every parameter that $method $path takes, and no other', async (route) => {
    const name = `${route.method} ${route.path}`;
    const described = queryOf(route).map((each) => each.name);
    if (LENIENT.includes(name)) return expect(described).toEqual(LENIENT_QUERY[name] ?? []);
    // No parameter can be empty; these are refused for what they are only when they can be read.
    const readable: readonly string[] = ['limit', 'offset'];
    const names = keysOf(PARAMETER_WORDS);
    const query = names.map((each) => `${each}=${readable.includes(each) ? '1' : ''}`).join('&');
    const { status, text } = await ask(name, 'manager', query);
    expect(status).toBe(400);
    const { errors } = z.parse(problemSchema, JSON.parse(text));
    const foreign = (errors ?? [])
      .filter(({ message }) => /is not (a known parameter|taken here)/.test(message))
      .map(({ field }) => field);
    const taken = names.filter((each) => !foreign.includes(each));
    expect(taken.sort()).toEqual(described.sort());
  });
});

/** They look at no parameters but these. */
const LENIENT_QUERY: Record<string, string[]> = { 'GET /api/session/oidc': ['return_to'] };
const LENIENT = [
  'GET /api/health',
  'GET /api/ready',
  'GET /api/metrics',
  'GET /api/session/oidc',
  'GET /api/session/oidc/callback',
];

describe.each(Object.entries(RULES))('%s', (route, { access, status = 200 }) => {
  it('wants somebody who has signed in, or nobody', async () => {
    const answer = await ask(route, null);
    expect(answer.status).toBe(access === 'open' ? status : 401);
    if (access !== 'open') expect(JSON.parse(answer.text)).toMatchObject({ code: 'signed_out' });
  });

  it.each(ROLES)('answers a %s by the role', async (role) => {
    const answer = await ask(route, role);
    const granted = access === 'open' || may(person(role), access);
    const expected = typeof status === 'number' ? status : (status[role] ?? 200);
    expect([answer.status, answer.text.slice(0, 200)]).toEqual([
      granted ? expected : 403,
      expect.anything(),
    ]);
    if (answer.status === 403)
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'not_allowed' });
  });
});

describe('a viewer', () => {
  it('gets no number of any call from any route', async () => {
    const numbers = await everyNumber();
    expect(numbers.size).toBeGreaterThan(50);
    for (const route of Object.keys(RULES)) {
      const { text } = await ask(route, 'viewer');
      expect([route, leaked(text, numbers)]).toEqual([route, []]);
    }
    const { text } = await ask('GET /api/calls', 'viewer');
    expect(text).toContain('•••');
    expect(leaked((await ask('GET /api/calls', 'reviewer')).text, numbers)).not.toEqual([]);
  });

  it('gets none in the page either, from HappyRobot or from the index', async () => {
    const numbers = await everyNumber();
    const drawn = async (role: Role, search: string) => {
      asking.headers = new Headers({ [WHO]: role });
      const address = loadAddress(new URLSearchParams(`${search}&call=${CALL}&limit=200`));
      const page = await FirstPage({ address, localZone: 'UTC' });
      return JSON.stringify(page.props);
    };
    for (const search of ['', 'has_cost=true']) {
      const page = await drawn('viewer', search);
      expect(page).toContain(CALL);
      expect(leaked(page, numbers)).toEqual([]);
    }
    expect(leaked(await drawn('reviewer', ''), numbers)).not.toEqual([]);
  });

  it.each([
    'GET /api/calls',
    'GET /api/calls/next',
    'GET /api/calls/{id}/place',
    'GET /api/costs',
    'GET /api/costs/breakdown',
    'GET /api/costs/outlook',
    'GET /api/costs/patterns',
    'GET /api/conversations',
    'GET /api/extraction',
    'GET /api/facets',
    'GET /api/facets/extraction',
    'GET /api/outcomes',
    'GET /api/outcomes/fields',
    'GET /api/review',
    'GET /api/timeline',
  ])('cannot find a number out by asking %s', async (route) => {
    for (const query of ['search=3125', 'search=5', `tags=${encodeURIComponent(NUMBER)}`]) {
      const { status, text } = await ask(route, 'viewer', query);
      expect([query, status, JSON.parse(text).code]).toEqual([query, 403, 'not_allowed']);
      expect((await ask(route, 'reviewer', query)).status).toBe(200);
    }
  });
});

/** One view that everybody may open, under the id that the routes are asked with, and one that names a number. */
async function layViews() {
  const { views } = container();
  const who = person('manager');
  for (const { id, version } of (await views.list({ who })).views)
    await views.remove(id, version, { who });
  await views.share({ id: CALL, name: 'All', page: 'calls', query: '' }, { who });
  const query = `?search=${encodeURIComponent(NUMBER)}`;
  await views.share({ id: 'number', name: NUMBER, page: 'calls', query }, { who });
}

/** One budget, of a use case whose id and name are a number. */
async function layBudgets() {
  const { budgets } = container();
  const who = person('manager');
  for (const { use_case, version } of (await budgets.list('UTC', { who })).budgets)
    await budgets.set({ use_case, amount: null, version }, { who });
  await budgets.set({ use_case: NUMBER, amount: 100, version: null }, { who });
}

/** One campaign whose id and name are a number. */
async function layCampaigns() {
  const { campaigns } = container();
  const who = person('manager');
  for (const { campaign, version } of (await campaigns.list({ who })).campaigns)
    await campaigns.name({ campaign, name: '', version }, { who });
  const name = `Call ${NUMBER}`;
  await campaigns.name({ campaign: NUMBER, name, version: null }, { who });
}

/** The digits of every number that a call of the upstream has. */
async function everyNumber(): Promise<ReadonlySet<string>> {
  const { text } = await ask('GET /api/calls', 'manager');
  const found = text.match(/\+\d{10,15}/g) ?? [];
  return new Set([...found, NUMBER].map((number) => number.slice(-7)));
}

/** The last seven digits of a number tell whose it is, however they are written. */
function leaked(text: string, numbers: ReadonlySet<string>): string[] {
  const bare = text.replace(/[\s().+-]/g, '');
  const ids = bare.replace(/[0-9a-f]{24}|[A-Z]{2}[0-9a-f]{32}/g, '');
  const words = /three one two|five five five/.exec(text);
  return [...[...numbers].filter((number) => ids.includes(number)), ...(words ?? [])];
}
