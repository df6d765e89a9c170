import {
  viewBodySchema,
  viewChangeBodySchema,
  viewRemovalBodySchema,
  viewsResponseSchema,
} from '@/lib/views/shared-view';
import type { ApiRoutes } from '../route';

/** Each answers with all shared views as they stand. */
const VIEWS = { answer: viewsResponseSchema } as const;

export const VIEW_ROUTES = {
  listViews: {
    method: 'GET',
    path: '/api/views',
    summary: 'The shared views',
    access: 'read',
    ...VIEWS,
    problems: [],
  },
  shareView: {
    method: 'POST',
    path: '/api/views',
    summary: 'Share a view with everybody',
    access: 'share_views',
    ...VIEWS,
    body: viewBodySchema,
    problems: ['view_changed'],
  },
  changeView: {
    method: 'PUT',
    path: '/api/views/{id}',
    summary: 'Change a shared view',
    about: 'Names the version that was seen; nothing is written if there is a newer one.',
    access: 'share_views',
    ...VIEWS,
    body: viewChangeBodySchema,
    problems: ['not_found', 'view_changed'],
  },
  deleteView: {
    method: 'DELETE',
    path: '/api/views/{id}',
    summary: 'Delete a shared view',
    access: 'share_views',
    ...VIEWS,
    body: viewRemovalBodySchema,
    problems: ['not_found', 'view_changed'],
  },
} as const satisfies ApiRoutes;
