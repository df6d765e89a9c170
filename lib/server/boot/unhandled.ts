import type { Log } from '@/lib/server/observability/log';
import type { Metrics } from '@/lib/server/observability/metrics';

type Parts = { log: Log; metrics: Pick<Metrics, 'unhandled'> };

/**
 * Reports what nobody caught. A rejection is no reason to end a process that answers others; whether an error is, is
 * left to who else listens: Next goes on.
 */
export function reportUnhandled({ log, metrics }: Parts, source: NodeJS.EventEmitter = process) {
  source.on('unhandledRejection', (reason: unknown) => {
    metrics.unhandled();
    log.error({ err: reason }, 'a rejection was not handled');
  });
  source.on('uncaughtExceptionMonitor', (error: unknown, origin: unknown) => {
    // The other listener has reported it already.
    if (origin === 'unhandledRejection') return;
    metrics.unhandled();
    log.error({ err: error }, 'an error was not caught');
  });
}
