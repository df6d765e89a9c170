import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState, UpstreamWatch } from '@/lib/server/upstream/port/upstream';

/** What this process counts for Prometheus. Labels are words of ours, never of a request, so that they stay few. */
export type Metrics = {
  /** One answer of ours; `route` is the pattern of the path. */
  answered(request: { method: string; route: string; status: number; ms: number }): void;
  upstream: UpstreamWatch;
  /** What nobody caught. */
  unhandled(): void;
  /** Everything in the text format of Prometheus; `index` is how it stands with the index now. */
  text(index: IndexReading): Promise<string>;
  type: string;
};

/** How it stands with the index; null where nothing is known. */
export type IndexReading = {
  open: boolean;
  calls: number | null;
  rejected: number | null;
  /** Of how many calls it is known what was said. */
  transcripts: number | null;
  /** Seconds since the index last heard from HappyRobot. */
  lag: number | null;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half_open', 'open'];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** `process` adds what Node.js tells about itself, the delay of the event loop included; it measures all the time. */
export function createMetrics(options: { process: boolean }): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const requests = requestMetrics(registry);
  const index = indexMetrics(registry);
  const failures = new Counter({
    name: 'callscope_unhandled_errors_total',
    help: 'Errors and rejections that nobody caught.',
    registers: [registry],
  });
  return {
    answered: requests,
    upstream: upstreamMetrics(registry),
    unhandled: () => failures.inc(),
    type: registry.contentType,
    text(reading) {
      index(reading);
      return registry.metrics();
    },
  };
}

function requestMetrics(registry: Registry): Metrics['answered'] {
  const registers = [registry];
  const total = new Counter({
    name: 'callscope_http_requests_total',
    help: 'Answers of the API by method, pattern of the path and status; 499 is a client that left.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'callscope_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers,
  });
  return ({ method, route, status, ms }) => {
    const known = METHODS.includes(method) ? method : 'other';
    total.inc({ method: known, route, status });
    duration.observe({ method: known, route }, ms / 1000);
  };
}

function upstreamMetrics(registry: Registry): UpstreamWatch {
  const registers = [registry];
  const total = new Counter({
    name: 'callscope_upstream_requests_total',
    help: 'Requests to HappyRobot, retries included, by what was asked for and how it ended: ok or the code of the failure.',
    labelNames: ['subject', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'callscope_upstream_request_duration_seconds',
    help: 'Time from a request to HappyRobot to the end of its answer.',
    labelNames: ['subject'],
    buckets: SECONDS,
    registers,
  });
  const breaker = new Gauge({
    name: 'callscope_upstream_breaker_state',
    help: '1 for the state of the circuit breaker: closed lets requests through, open holds them off, half_open tries one.',
    labelNames: ['state'],
    registers,
  });
  const changed = (now: BreakerState) => {
    for (const state of BREAKER_STATES) breaker.set({ state }, state === now ? 1 : 0);
  };
  changed('closed');
  return {
    asked({ subject, code, ms }) {
      total.inc({ subject, outcome: code ?? 'ok' });
      duration.observe({ subject }, ms / 1000);
    },
    breakerChanged: changed,
  };
}

/** Figures that are not known are left out: zero would be a lie. */
function indexMetrics(registry: Registry): (reading: IndexReading) => void {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `callscope_${name}`, help, registers: [registry] });
  const open = gauge('index_open', '1 while the index can be asked.');
  const known = {
    calls: gauge('index_calls', 'Calls in the index.'),
    rejected: gauge('index_rejected_records', 'Records that could not be read and are kept aside.'),
    transcripts: gauge('index_transcripts', 'Calls of which the index knows what was said.'),
    lag: gauge('sync_lag_seconds', 'Time since the index last heard from HappyRobot.'),
  };
  return (reading) => {
    open.set(reading.open ? 1 : 0);
    for (const key of ['calls', 'rejected', 'transcripts', 'lag'] as const) {
      const value = reading[key];
      if (value === null) known[key].remove();
      else known[key].set(value);
    }
  };
}
