import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { GET as readCalls } from '@/app/api/calls/route';
import { GET as readFacets } from '@/app/api/facets/route';
import { GET as readViews } from '@/app/api/views/route';
import type { ProblemCode } from '@/lib/call/answers/problem';
import { startDemoUpstream } from '@/lib/demo/server';
import { container } from '@/lib/server/boot/container';
import type * as LogModule from '@/lib/server/observability/log';
import type { LoggedError } from '@/lib/server/observability/logged-error';
import { GET as readExport } from './calls/export/route';

/** Each layer is made to fail by itself; the log then names what failed at the bottom of it, and no value. */

const { lines } = vi.hoisted(() => ({ lines: [] as string[] }));
vi.mock('@/lib/server/observability/log', async (original) => {
  const { createLog } = await original<typeof LogModule>();
  const destination = { write: (line: string) => void lines.push(line) };
  type Options = Parameters<typeof createLog>[0];
  return { createLog: (options: Options) => createLog(options, destination) };
});

const KEY = 'hr_live_LayersKey0123456789';
/** Asked for: must be in no line. */
const ASKED = '?search=Maria%20Canary';

type World = { dataDir: string; demo: Awaited<ReturnType<typeof startDemoUpstream>> };
type Handler = typeof readCalls;

type Layer = {
  name: string;
  handler: Handler;
  path: string;
  query?: string;
  /** Before the server starts. */
  before?: (world: World) => void;
  /** While it runs. */
  strike?: (world: World) => void | Promise<void>;
  status: number;
  code: ProblemCode;
  /** What the last error of the chain says, or its code. */
  bottom: RegExp;
};

const LAYERS: Layer[] = [
  {
    name: 'the connection to HappyRobot',
    handler: readCalls,
    path: '/api/calls',
    query: ASKED,
    strike: ({ demo }) => demo.close(),
    status: 503,
    code: 'upstream_unreachable',
    bottom: /ECONNREFUSED/,
  },
  {
    name: 'the engine, under a question',
    handler: readFacets,
    path: '/api/facets',
    query: ASKED,
    strike: closeEngine,
    status: 500,
    code: 'index_failed',
    bottom: /engine is closed/,
  },
  {
    name: 'the engine, under an export',
    handler: readExport,
    path: '/api/calls/export',
    query: ASKED,
    strike: closeEngine,
    status: 500,
    code: 'index_failed',
    bottom: /engine is closed/,
  },
  {
    name: 'the file of the index',
    handler: readFacets,
    path: '/api/facets',
    query: ASKED,
    before: ({ dataDir }) => mkdirSync(join(dataDir, 'callscope.duckdb')),
    status: 503,
    code: 'index_unavailable',
    bottom: /directory|file/i,
  },
  {
    name: 'the shared views',
    handler: readViews,
    path: '/api/views',
    before: ({ dataDir }) => mkdirSync(join(dataDir, 'views.json')),
    status: 500,
    code: 'internal_error',
    bottom: /EISDIR/,
  },
];

it.each(LAYERS)('$name: told as $code, with its cause in the log', async (layer) => {
  await startWorld(layer);
  const request = new Request(`http://127.0.0.1${layer.path}${layer.query ?? ''}`);
  const response = await layer.handler(request, { params: Promise.resolve({}) });
  const told = await response.json();
  expect([response.status, told.code]).toEqual([layer.status, layer.code]);

  const line = lines.map((one) => JSON.parse(one)).find(({ msg }) => msg === 'request');
  expect(line).toMatchObject({ route: layer.path, status: layer.status, code: layer.code });
  const { code = '', message } = bottomOf(line.err);
  expect(`${code} ${message}`).toMatch(layer.bottom);
  expect(lines.join('')).not.toMatch(new RegExp(`${KEY}|Maria|Canary`));
});

function bottomOf(error: LoggedError): LoggedError {
  const below = error.cause ?? error.errors?.[0];
  return below ? bottomOf(below) : error;
}

async function closeEngine(): Promise<void> {
  const store = await container().index.store();
  await store.close();
}

async function startWorld({ before, strike }: Layer): Promise<void> {
  lines.length = 0;
  const demo = await startDemoUpstream({ calls: 20, control: true, apiKey: KEY });
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-layers-'));
  vi.stubEnv('HAPPYROBOT_API_URL', demo.url);
  vi.stubEnv('HAPPYROBOT_API_KEY', KEY);
  vi.stubEnv('HAPPYROBOT_TIMEOUT', '2');
  vi.stubEnv('DATA_DIR', dataDir);
  onTestFinished(async () => {
    const { sync, upstream, index } = container();
    await sync.stop();
    await upstream.close();
    await index.close();
    Reflect.deleteProperty(globalThis, Symbol.for('callscope.container'));
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  before?.({ dataDir, demo });
  container();
  await strike?.({ dataDir, demo });
}
