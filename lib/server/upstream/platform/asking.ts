import type { Subject } from '@/lib/server/upstream/port/failures';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import type { Client } from '@/lib/server/upstream/transport/client';

/** One operation as the readers of this room ask within it. */
export type Asking = {
  get(
    subject: Subject,
    path: string,
    parameters?: Record<string, string>,
  ): Promise<Record<string, unknown>>;
  /** The same once, for what can be done without: its failure is no word on whether HappyRobot is there. */
  try(
    subject: Subject,
    path: string,
    parameters?: Record<string, string>,
  ): Promise<Record<string, unknown>>;
};

export function askingOf({ get }: Client, operation: Operation, background = false): Asking {
  const ask = (isOnce: boolean): Asking['get'] => {
    return (subject, path, parameters = {}) =>
      get({ subject, path, parameters: new URLSearchParams(parameters) }, operation, isOnce);
  };
  return { get: ask(background), try: ask(true) };
}

export function runPath(id: string, part = ''): string {
  return `/runs/${encodeURIComponent(id)}${part}`;
}
