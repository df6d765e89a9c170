import type { Subject } from '@/lib/server/upstream/port/failures';

export type UpstreamRequest = {
  subject: Subject;
  path: string;
  /** GET without one. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  parameters?: URLSearchParams;
  /** Beside, or in place of, what every request carries; names in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
};
