import * as z from 'zod';
import { type Answer, type DemoMode, json, refusal } from '@/lib/demo/api/api';
import type { RequestLog } from '@/lib/demo/api/request-log';
import { insertedRunSchema, type PlatformStore } from '@/lib/demo/platform/store';
import type { CallStore } from '@/lib/demo/store';
import { type FaultList, faultSchema } from './faults';

export const CONTROL_PATH = '/__control/';

const faultsBody = z.strictObject({ faults: z.array(faultSchema).max(100) });
const callsBody = z.array(z.json()).max(20_000);
const runsBody = z.array(insertedRunSchema).max(20_000);
const runIdsBody = z.array(z.string()).max(20_000);
const oddBody = z.strictObject({ odd: z.boolean() });
const transcriptBody = z.strictObject({ id: z.string().min(1), transcript: z.json() });

/** The switchboard for tests: faults, the requests seen so far, and calls put in by hand. */
export function createControl(parts: {
  store: CallStore;
  platform: PlatformStore;
  faults: FaultList;
  log: RequestLog;
  mode: DemoMode;
}) {
  const { store, platform, faults, log, mode } = parts;
  const usually = mode.odd;
  return (method: string, name: string, body: Buffer): Answer => {
    switch (`${method} ${name}`) {
      case 'POST faults':
        return withJson(body, faultsBody, (read) => faults.replace(read.faults));
      case 'DELETE faults':
        return done(() => faults.replace([]));
      case 'GET requests':
        return json(200, JSON.stringify({ requests: log.all() }));
      case 'DELETE requests':
        return done(log.clear);
      case 'POST calls':
        return withJson(body, callsBody, store.put);
      case 'POST runs':
        return withJson(body, runsBody, platform.put);
      case 'POST runs/removed':
        return withJson(body, runIdsBody, platform.remove);
      case 'POST transcripts':
        return withJson(body, transcriptBody, ({ id, transcript }) =>
          store.putTranscript(id, transcript),
        );
      case 'POST odd':
        return withJson(body, oddBody, ({ odd }) => {
          mode.odd = odd;
        });
      case 'DELETE calls':
        return done(() => {
          store.restore();
          platform.restore();
          mode.odd = usually;
        });
      default:
        return refusal(404, 'No such control');
    }
  };
}

function withJson<T extends z.ZodType>(
  body: Buffer,
  schema: T,
  apply: (read: z.output<T>) => void,
): Answer {
  let read: unknown;
  try {
    read = JSON.parse(body.toString('utf8'));
  } catch {
    return refusal(400, 'The body is not JSON');
  }
  const outcome = schema.safeParse(read);
  if (!outcome.success) return refusal(400, z.prettifyError(outcome.error));
  return done(() => apply(outcome.data));
}

function done(action: () => void): Answer {
  action();
  return json(200, '{}');
}
