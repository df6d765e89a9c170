import { UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import type { UpstreamCan } from '@/lib/server/upstream/port/can';

/** The calls API can all that Callscope knows. */
export const CLASSIC_CAPABILITIES: UpstreamCan = {
  kind: 'calls',
  filters: UPSTREAM_FILTER_KEYS,
  sorts: ['desc', 'asc'],
  onlyAlone: [],
  transcripts: true,
  recordings: true,
  notes: true,
  viewed: true,
  ratings: { emojis: null, removable: true, persons: true },
  costs: 'money',
};
