import { AsyncLocalStorage } from 'node:async_hooks';
import type { Upstream } from '@/lib/server/upstream/port/upstream';

/** How long one request waited for HappyRobot; questions at the same time count once. */
export type UpstreamTime = {
  /** Milliseconds; undefined when HappyRobot was not asked. */
  total(): number | undefined;
  /** Runs what answers the request: whatever asks HappyRobot in there counts. */
  during<T>(work: () => Promise<T>): Promise<T>;
};

type Waiting = { questions: number; since: number; ms: number | undefined };

const current = new AsyncLocalStorage<Waiting>();

export function measureUpstreamTime(): UpstreamTime {
  const waiting: Waiting = { questions: 0, since: 0, ms: undefined };
  return {
    total: () => waiting.ms,
    during: (work) => current.run(waiting, work),
  };
}

/** The same upstream; the time it takes is added to the request on whose behalf it is asked. */
export function timedUpstream(upstream: Upstream): Upstream {
  return {
    ...upstream,
    listCalls: timed(upstream.listCalls),
    getCall: timed(upstream.getCall),
    getTranscript: timed(upstream.getTranscript),
    getRecording: timed(upstream.getRecording),
    openSound: timed(upstream.openSound),
    addNote: timed(upstream.addNote),
    changeNote: timed(upstream.changeNote),
    removeNote: timed(upstream.removeNote),
    rate: timed(upstream.rate),
    markViewed: timed(upstream.markViewed),
  };
}

function timed<Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) {
  return async (...given: Given): Promise<Answer> => {
    const waiting = current.getStore();
    if (!waiting) return ask(...given);
    if (waiting.questions === 0) waiting.since = performance.now();
    waiting.questions += 1;
    try {
      return await ask(...given);
    } finally {
      waiting.questions -= 1;
      if (waiting.questions === 0)
        waiting.ms = (waiting.ms ?? 0) + performance.now() - waiting.since;
    }
  };
}
