import { CallscopeError } from '@/lib/server/errors';
import type { UpstreamCan } from '@/lib/server/upstream/port/can';
import type { UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { EMOJIS } from './words';

/** A list of runs knows neither what was said nor who was called: that is asked for run by run. */
export const PLATFORM_CAPABILITIES: UpstreamCan = {
  kind: 'platform',
  filters: ['use_cases', 'from', 'to'],
  sorts: ['desc', 'asc'],
  onlyAlone: ['type', 'duration', 'language', 'model', 'numbers', 'costs'],
  transcripts: true,
  recordings: true,
  notes: false,
  viewed: false,
  ratings: { emojis: EMOJIS, removable: false, persons: false },
  costs: 'credits',
};

const UNFILTERED: readonly string[] = ['sort', 'limit', 'offset', ...PLATFORM_CAPABILITIES.filters];

/** @throws {CallscopeError} `invalid_request` for a filter that runs cannot be listed by. */
export function refuseOtherFilters(query: UpstreamQuery): void {
  for (const [field, value] of Object.entries(query)) {
    if (value === undefined || UNFILTERED.includes(field)) continue;
    const message = 'is not a filter that HappyRobot can list runs by';
    throw new CallscopeError('invalid_request', `The filter ${field} ${message}.`, {
      errors: [{ field, message }],
    });
  }
}

/** The refusal of what the platform has no place for. */
export function impossible(sentence: string): CallscopeError {
  return new CallscopeError('invalid_request', sentence);
}
