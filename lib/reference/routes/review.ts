import { callResponseSchema } from '@/lib/call/answers/responses';
import {
  agreementResponseSchema,
  nextResponseSchema,
  reviewResponseSchema,
} from '@/lib/call/answers/review-responses';
import { nextCodecs, reviewCodecs } from '@/lib/call/query/routes/review-query';
import { noteBodySchema, noteChangeBodySchema, ratingBodySchema } from '@/lib/call/writes';
import { ALL_FILTERS, type ApiRoutes, INDEX_PROBLEMS, UPSTREAM_PROBLEMS } from '../route';

/** What writing on a call has in common. */
const WRITE = {
  access: 'review',
  headers: [
    {
      name: 'x-reviewer-email',
      about: 'Who reviews, where nobody signs in; ignored where people do.',
    },
  ],
  answer: callResponseSchema,
} as const;

const WRITE_PROBLEMS = [
  'not_found',
  'reviewer_required',
  'write_uncertain',
  'upstream_read_only',
  ...UPSTREAM_PROBLEMS,
] as const;

export const REVIEW_ROUTES = {
  addNote: {
    method: 'POST',
    path: '/api/calls/{id}/notes',
    summary: 'Write a note',
    about:
      'Answers with the call as it stands. A note sent twice with the same id is written once.',
    ...WRITE,
    body: noteBodySchema,
    problems: [...WRITE_PROBLEMS, 'note_changed'],
  },
  changeNote: {
    method: 'PATCH',
    path: '/api/calls/{id}/notes/{noteId}',
    summary: 'Change a note',
    about:
      'Its author and managers can. With “seen”, nothing is written if the note has changed since.',
    ...WRITE,
    body: noteChangeBodySchema,
    problems: [...WRITE_PROBLEMS, 'note_changed'],
  },
  deleteNote: {
    method: 'DELETE',
    path: '/api/calls/{id}/notes/{noteId}',
    summary: 'Delete a note',
    about: 'Its author and managers can.',
    ...WRITE,
    problems: WRITE_PROBLEMS,
  },
  rateCall: {
    method: 'PATCH',
    path: '/api/calls/{id}/ratings',
    summary: 'Rate a call, or take a rating back',
    ...WRITE,
    body: ratingBodySchema,
    problems: WRITE_PROBLEMS,
  },
  markViewed: {
    method: 'PATCH',
    path: '/api/calls/{id}/viewed',
    summary: 'Mark a call as viewed',
    ...WRITE,
    problems: WRITE_PROBLEMS,
  },
  getNextUnreviewed: {
    method: 'GET',
    path: '/api/calls/next',
    summary: 'The next call to review',
    access: 'read',
    filters: ALL_FILTERS,
    query: nextCodecs,
    answer: nextResponseSchema,
    problems: ['not_found', ...INDEX_PROBLEMS],
  },
  getReviewProgress: {
    method: 'GET',
    path: '/api/review',
    summary: 'How far a review has come',
    access: 'read',
    filters: ALL_FILTERS,
    query: reviewCodecs,
    answer: reviewResponseSchema,
    problems: INDEX_PROBLEMS,
  },
  getAgreement: {
    method: 'GET',
    path: '/api/review/agreement',
    summary: 'How far people agree who rated the same calls',
    about:
      'Percent agreement is agreed / calls; kappa is Cohen’s. Of few calls (below 30) neither says much.',
    access: 'review',
    filters: ALL_FILTERS,
    answer: agreementResponseSchema,
    problems: INDEX_PROBLEMS,
  },
} as const satisfies ApiRoutes;
