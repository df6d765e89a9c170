import * as z from 'zod';
import type { LoggedRequest } from '@/lib/demo/api/request-log';
import type { FaultRequest } from './faults';

const requestsSchema = z.object({
  requests: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      at: z.string(),
      headers: z.record(z.string(), z.string()),
      status: z.number().nullable(),
      aborted: z.boolean(),
    }),
  ),
});

/**
 * Operates the demo upstream from a test. `url` is its base URL or any other under its origin; the upstream
 * must have been started with `control`. Every method rejects when the upstream refuses.
 */
export function createDemoControl(url: string) {
  async function operate(method: string, name: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(`/__control/${name}`, url), {
      method,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${name}: ${response.status} ${text}`);
    return JSON.parse(text);
  }
  return {
    /** Replaces all faults. */
    setFaults: async (...faults: FaultRequest[]) =>
      void (await operate('POST', 'faults', { faults })),
    clearFaults: async () => void (await operate('DELETE', 'faults')),
    /** The requests to the API since the last clear, oldest first. */
    requests: async (): Promise<LoggedRequest[]> =>
      requestsSchema.parse(await operate('GET', 'requests')).requests,
    clearRequests: async () => void (await operate('DELETE', 'requests')),
    /** Adds records as they are, valid or not; one whose id is known replaces the older one. */
    insertCalls: async (...calls: unknown[]) => void (await operate('POST', 'calls', calls)),
    /** Adds runs of the platform as they are; each has to have the id of its workflow, a time and an id of its own. */
    insertRuns: async (...runs: object[]) => void (await operate('POST', 'runs', runs)),
    /** Runs of the platform that are gone. */
    removeRuns: async (...ids: string[]) => void (await operate('POST', 'runs/removed', ids)),
    /** Gives a call, by its id, a transcript, valid or not, served as it is; null: the call has none and answers 404. */
    setTranscript: async (id: string, transcript: unknown) =>
      void (await operate('POST', 'transcripts', { id, transcript })),
    /** Whether each call is written with fields that deviate from the documentation. */
    setOdd: async (odd: boolean) => void (await operate('POST', 'odd', { odd })),
    /** Back to the generated calls and transcripts, writes undone, written as they were at the start. */
    restoreCalls: async () => void (await operate('DELETE', 'calls')),
  };
}

export type DemoControl = ReturnType<typeof createDemoControl>;
