import type { Subject } from '@/lib/server/upstream/port/failures';

export type UpstreamRequest = {
  subject: Subject;
  path: string;
  /** GET without one. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  parameters?: URLSearchParams;
  /** Sent as JSON. */
  body?: unknown;
};
