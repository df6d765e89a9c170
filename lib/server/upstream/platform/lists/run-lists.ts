import type { Call } from '@/lib/call/call';
import { DEFAULT_LIMIT, MAX_LIMIT } from '@/lib/call/query/filters';
import { isRelativeRange } from '@/lib/call/query/ranges';
import { beginning } from '@/lib/call/values/shorten';
import { isCallscopeError } from '@/lib/server/errors';
import type { Asking } from '@/lib/server/upstream/platform/asking';
import { refuseOtherFilters } from '@/lib/server/upstream/platform/can';
import { readPage } from '@/lib/server/upstream/platform/pages';
import { callOf } from '@/lib/server/upstream/platform/run/run-call';
import type { UpstreamPage, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { type AskPart, mergeLists, type Timed } from './merge';
import type { Workflow, Workflows } from './workflows';

type Invalid = UpstreamPage['invalid'][number];
type Row = Timed & ({ call: Call } | { invalid: Invalid });

/** Pages are asked for a bit larger than an even part: workflows are not equally busy. */
const SPARE = 8;
const SMALLEST_PAGE = 100;
const LARGEST_PAGE = 2000;

const MAX_SHOWN_ID = 100;

/** Lists the runs of all workflows as one list of calls. There is no such list on the platform: it is put together here. */
export async function listRuns(
  query: UpstreamQuery,
  workflows: Workflows,
  asking: Asking,
): Promise<UpstreamPage> {
  refuseOtherFilters(query);
  const { offset = 0, sort = 'desc' } = query;
  const limit = Math.min(query.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const all = await workflows.all(asking);
  const wanted = query.use_cases ?? [];
  const chosen = wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id));
  const size = sizeOf(offset + limit, chosen.length);
  const now = new Date();
  const lists = chosen.map((workflow): AskPart<Row> => {
    const path = `/workflows/${encodeURIComponent(workflow.id)}/runs`;
    return async (page) => {
      const parameters = { ...rangeOf(query), ...LEFT_OUT, sort, page_size: String(size) };
      const answer = await asking
        .get('workflow', path, { ...parameters, page: String(page) })
        .catch(gone);
      if (answer === undefined) {
        workflows.forget();
        return { items: [], total: 0, hasNext: false };
      }
      const { records, ...told } = readPage(answer, size);
      return {
        items: records.map((record, place) => rowOf(record, workflow, `${page} ${place}`, now)),
        ...told,
      };
    };
  });
  const { items, total, hasMore } = await mergeLists(lists, { offset, limit, sort });
  return {
    calls: items.flatMap((row) => ('call' in row ? [row.call] : [])),
    invalid: items.flatMap((row) => ('invalid' in row ? [row.invalid] : [])),
    count: total ?? offset + items.length + (hasMore ? 1 : 0),
    limit,
    offset,
  };
}

/** Runs of tests are nobody's calls. */
const LEFT_OUT = { is_e2e_test: 'false' };

function sizeOf(reach: number, lists: number): number {
  const part = Math.ceil((reach * SPARE) / Math.max(1, lists));
  return Math.max(1, Math.min(reach, LARGEST_PAGE, Math.max(part, SMALLEST_PAGE)));
}

/** Only instants in UTC are taken. */
function rangeOf({ from, to }: UpstreamQuery): Record<string, string> {
  if (isRelativeRange(from)) throw new Error('A relative range was not resolved');
  return {
    ...(from !== undefined && { start_date: new Date(from).toISOString() }),
    ...(to !== undefined && { end_date: new Date(to).toISOString() }),
  };
}

function rowOf(record: unknown, workflow: Workflow, place: string, now: Date): Row {
  const call = callOf(record, workflow, {}, now);
  if (call === undefined) return { key: `${workflow.id} ${place}`, time: null, ...invalid(record) };
  const time = call.callscope?.created_from === undefined ? Date.parse(call.created) : null;
  return { key: call.id, time, call };
}

function invalid(record: unknown): { invalid: Invalid } {
  if (!isObject(record)) return { invalid: { problem: 'record: is no object' } };
  const { id } = record;
  if (typeof id !== 'string') return { invalid: { problem: 'id: is missing' } };
  return { invalid: { id: beginning(id, MAX_SHOWN_ID), problem: 'id: must be a call id' } };
}

/** A workflow that was deleted since the workflows were listed has no runs. */
function gone(error: unknown): undefined {
  if (isCallscopeError(error) && error.code === 'not_found') return;
  throw error;
}
