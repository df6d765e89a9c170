import * as z from 'zod';
import { type Answer, json } from '@/lib/demo/api/api';
import type { CallStore, StoredCall } from '@/lib/demo/store';
import { auditPage, auditsOf } from './audits';
import { usageOf } from './credits';
import { ORG_ID, uuidOf } from './ids';
import { isAscending, type PageRules, pageOf, wholeIn } from './paging';
import { runsAsked } from './run-query';
import { ANNOTATIONS } from './runs';
import { messagesOf } from './sessions';
import type { PlatformStore, StoredRun } from './store';

export const PLATFORM_PATH = '/api/v2';

type Request = {
  method: string;
  url: URL;
  authorization: string | undefined;
  body: Buffer;
  /** Under which the server was asked: `http://127.0.0.1:4010`. */
  origin: string;
};

type Options = {
  calls: CallStore;
  store: PlatformStore;
  apiKey: string;
  recordings: {
    addressOf(call: StoredCall, origin: string, seconds?: number): string | undefined;
  };
};

const WORKFLOWS: PageRules = { usual: 50, most: 100, spelling: 'camel' };
const RUNS: PageRules = { usual: 100, most: 2000, spelling: 'camel' };
const SESSIONS: PageRules = { usual: 50, most: 100, spelling: 'snake' };

const markBody = z.object({ annotation: z.enum(ANNOTATIONS), correction: z.string().optional() });

/** HappyRobot's platform API over the calls of the demo: refusals as `{ error, message, statusCode }`. */
export function createPlatformApi({ calls, store, apiKey, recordings }: Options) {
  function answerWorkflows([name, part, ...more]: string[], { url }: Request): Answer {
    if (name === undefined || name === '') {
      const search = (url.searchParams.get('search') ?? '').toLowerCase();
      const list = store.workflows().filter((each) => each.name.toLowerCase().includes(search));
      return paged(pageOf(list, url.searchParams, WORKFLOWS, (workflow) => workflow));
    }
    const workflow = store.workflow(name);
    if (!workflow) return refused(404, 'Workflow not found');
    if ([part, ...more].join('/') === 'audits/remarks') {
      const audits = store.runs(workflow.id).flatMap((run) => auditsOf(run, store.sessions(run)));
      return paged(auditPage(audits, url.searchParams));
    }
    if (part !== 'runs' || more.length > 0) return refused(404, 'Not found');
    const ascending = isAscending(url.searchParams, 'desc');
    if (ascending === undefined) return refused(400, 'querystring/sort is not valid');
    const asked = runsAsked(store.runs(workflow.id), url.searchParams);
    if ('message' in asked) return refused(400, asked.message);
    const list = ascending ? asked.toReversed() : asked;
    return paged(pageOf(list, url.searchParams, RUNS, (run) => run.record()));
  }

  function answerRun(run: StoredRun, part: string, { method, url, origin, body }: Request): Answer {
    switch (`${method} ${part}`) {
      case 'GET ':
        return ok(oneRun(run));
      case 'GET sessions': {
        const ascending = isAscending(url.searchParams, 'asc');
        if (ascending === undefined) return refused(400, 'querystring/sort is not valid');
        const list = ascending ? store.sessions(run) : store.sessions(run).toReversed();
        return paged(pageOf(list, url.searchParams, SESSIONS, (session) => session));
      }
      case 'GET recordings':
        return answerRecordings(run, url.searchParams, origin);
      case 'GET audits':
        return paged(auditPage(auditsOf(run, store.sessions(run)), url.searchParams));
      case 'GET flags':
        return ok({ data: store.issues(run.id) });
      case 'POST mark':
        return answerMark(run, body);
      default:
        return refused(404, 'Not found');
    }
  }

  function answerRecordings(run: StoredRun, parameters: URLSearchParams, origin: string): Answer {
    const days = wholeIn(parameters, 'url_expires_in_days', 1);
    if (days === undefined || days > 7)
      return json(400, JSON.stringify({ message: 'url_expires_in_days must be from 1 to 7' }));
    const wanted = parameters.get('session_id');
    const list = store.sessions(run).flatMap(({ id, duration }) => {
      if (!run.call || (wanted !== null && wanted !== id) || duration === null) return [];
      const url = recordings.addressOf(run.call, origin, duration);
      return url === undefined ? [] : [{ session_id: id, url }];
    });
    return ok({ recordings: list });
  }

  function answerMark(run: StoredRun, body: Buffer): Answer {
    const read = markBody.safeParse(parsed(body));
    if (!read.success) return refused(400, 'body/annotation is not valid');
    const { annotation, correction } = read.data;
    store.mark(run.id, annotation);
    const message = 'Run marked successfully';
    if (correction === undefined || annotation === 'correct') return ok({ message, annotation });
    return ok({
      message,
      annotation,
      issue_id: store.openIssue(run.id, { annotation, correction }),
    });
  }

  function answerMessages(id: string, { url }: Request): Answer {
    const found = store.session(id);
    if (!found) return json(404, JSON.stringify({ message: 'Session not found' }));
    const { call } = found.run;
    const list = messagesOf(found.session, call && calls.transcript(call));
    const ascending = isAscending(url.searchParams, 'asc');
    if (ascending === undefined) return refused(400, 'querystring/sort is not valid');
    const ordered = ascending ? list : list.toReversed();
    return paged(pageOf(ordered, url.searchParams, SESSIONS, (message) => message));
  }

  function answerUsage(id: string): Answer {
    const run = store.run(id);
    if (!run) return refused(404, 'Run not found');
    const usage = run.call && usageOf(run.call);
    if (!usage) return refused(404, 'No usage is known of this run');
    return ok({ run_id: id, workflow_id: run.workflow, ...usage });
  }

  return (request: Request): Answer => {
    if (request.authorization !== `Bearer ${apiKey}`) return refused(401, 'Invalid API key');
    const [room = '', ...path] = request.url.pathname
      .slice(PLATFORM_PATH.length + 1)
      .split('/')
      .map(decodeURIComponent);
    const [id = '', part = '', ...more] = path;
    if (room === 'runs' && more.length === 0) {
      const run = store.run(id);
      return run ? answerRun(run, part, request) : refused(404, 'Run not found');
    }
    if (request.method !== 'GET') return refused(404, 'Not found');
    if (room === 'workflows') return answerWorkflows(path, request);
    if (room === 'sessions' && part === 'messages') return answerMessages(id, request);
    if (path.join('/').startsWith('usage/runs/') && room === 'billing')
      return answerUsage(more[0] ?? '');
    if (room === 'api-key' && id === 'describe') return ok(DESCRIPTION);
    return refused(404, 'Not found');
  };
}

/** A run by itself is told otherwise than in a list: its workflow has another name, and its columns are not there. */
function oneRun({ record, workflow }: StoredRun): object {
  const { use_case_id: _, input_tokens, output_tokens, data, ...rest } = record();
  return { ...rest, workflow_id: workflow };
}

const DESCRIPTION = {
  id: uuidOf('api key'),
  orgId: ORG_ID,
  org_slug: 'northline-freight',
  org_name: 'Northline Freight',
  name: 'Callscope demo',
  prefix: 'hr_demo',
  lastFour: '-key',
  createdAt: '2026-01-05T15:00:00.000Z',
  expiresAt: null,
};

function paged(page: object | { message: string }): Answer {
  return 'message' in page ? refused(400, String(page.message)) : ok(page);
}

function ok(body: object): Answer {
  return json(200, JSON.stringify(body));
}

const ERRORS: Partial<Record<number, string>> = { 400: 'Bad Request', 401: 'Unauthorized' };

function refused(statusCode: number, message: string): Answer {
  const error = ERRORS[statusCode] ?? 'Not Found';
  return json(statusCode, JSON.stringify({ error, message, statusCode }));
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
