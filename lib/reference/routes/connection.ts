import { syncResponseSchema } from '@/lib/call/answers/index-responses';
import { upstreamCheckSchema } from '@/lib/call/answers/upstream-check';
import { type ApiRoutes, INDEX_PROBLEMS } from '../route';

const SYNC = { answer: syncResponseSchema, problems: INDEX_PROBLEMS } as const;
const CHECK = { answer: upstreamCheckSchema, problems: INDEX_PROBLEMS } as const;

export const CONNECTION_ROUTES = {
  getSync: {
    method: 'GET',
    path: '/api/sync',
    summary: 'What the index is doing',
    access: 'read',
    ...SYNC,
  },
  refreshIndex: {
    method: 'POST',
    path: '/api/sync',
    summary: 'Fetch new calls now',
    about: 'The answer does not wait for them.',
    access: 'control_sync',
    ...SYNC,
  },
  confirmDeletions: {
    method: 'POST',
    path: '/api/sync/deletions',
    summary: 'Confirm that missing calls were deleted',
    about:
      'When many calls at once are no longer listed, they stay in the index until a manager confirms it.',
    access: 'control_sync',
    ...SYNC,
  },
  getUpstreamCheck: {
    method: 'GET',
    path: '/api/upstream',
    summary: 'What the last check of HappyRobot found',
    access: 'read',
    ...CHECK,
  },
  checkUpstream: {
    method: 'POST',
    path: '/api/upstream',
    summary: 'Check HappyRobot again',
    about: 'The answer comes with what was found, in less than a minute.',
    access: 'control_sync',
    ...CHECK,
  },
} as const satisfies ApiRoutes;
