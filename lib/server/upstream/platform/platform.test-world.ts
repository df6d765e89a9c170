import { onTestFinished } from 'vitest';
import type { UpstreamOptions } from '@/lib/server/upstream/transport/options';
import {
  type Handler,
  json,
  recordingLog,
  serve,
} from '@/lib/server/upstream/transport/socket.test-server';
import { createPlatformUpstream } from './platform';

export type SentRun = { id: string; timestamp: string; [field: string]: unknown };

/** A run with nothing but what is always there. */
export function aRun(id: string, timestamp: string, fields: object = {}): SentRun {
  return { id, status: 'completed', timestamp, annotation: null, data: {}, ...fields };
}

/** A platform whose workflows a test changes while it is read; `meanwhile` is told of each request before its answer. */
export async function servePlatform(
  workflows: Record<string, unknown[]>,
  answers: { meanwhile?: (path: string, number: number) => void; others?: Handler } = {},
) {
  return serve((request, response, number) => {
    const { pathname, searchParams } = new URL(request.url, 'http://upstream');
    answers.meanwhile?.(request.url, number);
    const [, name = ''] = /\/workflows\/([^/]+)\/runs$/.exec(pathname) ?? [];
    const runs = workflows[name];
    if (pathname.endsWith('/workflows/')) {
      const data = Object.keys(workflows).map((id) => ({ id, name: `Name of ${id}` }));
      return json(response, 200, pageOf(data, searchParams));
    }
    if (runs) return json(response, 200, pageOf(within(runs, searchParams), searchParams));
    if (answers.others && name === '') return answers.others(request, response, number);
    json(response, 404, { error: 'Not Found', message: 'Workflow not found', statusCode: 404 });
  });
}

function within(runs: readonly unknown[], parameters: URLSearchParams): unknown[] {
  const [from, to] = [parameters.get('start_date'), parameters.get('end_date')];
  return runs.filter((run) => {
    const time = timeOf(run);
    return (from === null || time >= Date.parse(from)) && (to === null || time <= Date.parse(to));
  });
}

/** What has no time is in no range. */
function timeOf(run: unknown): number {
  const sent = typeof run === 'object' && run !== null && 'timestamp' in run ? run.timestamp : '';
  return Date.parse(String(sent));
}

export function pageOf(list: readonly unknown[], parameters: URLSearchParams) {
  const page = Number(parameters.get('page') ?? 1);
  const pageSize = Number(parameters.get('page_size') ?? 100);
  const hasNextPage = page * pageSize < list.length;
  return {
    data: list.slice((page - 1) * pageSize, page * pageSize),
    pagination: { page, pageSize, totalRecords: list.length, hasNextPage },
  };
}

/** A client that does not dawdle; it is closed when the test is done. */
export function connectPlatform(baseUrl: string, options: Partial<UpstreamOptions> = {}) {
  const upstream = createPlatformUpstream({
    baseUrl,
    apiKey: 'key-of-the-tests',
    log: recordingLog(),
    ...options,
    retry: { firstBackoffMs: 1, maxBackoffMs: 2, ...options.retry },
  });
  onTestFinished(() => upstream.close());
  return upstream;
}
