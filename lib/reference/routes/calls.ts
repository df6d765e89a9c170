import { exportTurnSchema } from '@/lib/call/answers/index-responses';
import { callResponseSchema, callsResponseSchema } from '@/lib/call/answers/responses';
import { placeResponseSchema } from '@/lib/call/answers/review-responses';
import {
  EXPORT_COUNT_HEADER,
  EXPORT_EXTRACTED_HEADER,
  EXPORT_READ_HEADER,
  EXPORT_TICKET_HEADER,
  exportCodecs,
} from '@/lib/call/query/routes/export-query';
import { relatedResponseSchema } from '@/lib/call/related';
import { transcriptSchema } from '@/lib/call/transcript/transcript';
import { ALL_FILTERS, type ApiRoutes, INDEX_PROBLEMS, UPSTREAM_PROBLEMS } from '../route';

const TICKET = {
  name: EXPORT_TICKET_HEADER,
  about: 'Made up by whoever exports: 16 to 64 hexadecimal digits.',
};

export const CALL_ROUTES = {
  listCalls: {
    method: 'GET',
    path: '/api/calls',
    summary: 'A page of calls',
    about:
      'Answered by HappyRobot where it can be asked, else by the index: meta.source says which. While HappyRobot is away the index answers and meta.stale is true.',
    access: 'read',
    filters: ALL_FILTERS,
    answer: callsResponseSchema,
    problems: [
      ...UPSTREAM_PROBLEMS,
      'upstream_ignores_paging',
      'upstream_ignores_filter',
      ...INDEX_PROBLEMS,
    ],
  },
  getCall: {
    method: 'GET',
    path: '/api/calls/{id}',
    summary: 'One call',
    about: 'Every field that HappyRobot sends, but for those that can hold secrets.',
    access: 'read',
    answer: callResponseSchema,
    problems: ['not_found', ...UPSTREAM_PROBLEMS, ...INDEX_PROBLEMS],
  },
  getTranscript: {
    method: 'GET',
    path: '/api/calls/{id}/transcript',
    summary: 'What was said on a call',
    about: 'The times of each message are seconds since the call began, or null where unknown.',
    access: 'read',
    answer: transcriptSchema,
    problems: ['not_found', ...UPSTREAM_PROBLEMS],
  },
  getRelatedCalls: {
    method: 'GET',
    path: '/api/calls/{id}/related',
    summary: 'Other attempts',
    about:
      'The calls that a call repeats, those that repeat it, and others with the same number, newest first.',
    access: 'read',
    answer: relatedResponseSchema,
    problems: ['not_found', ...UPSTREAM_PROBLEMS, ...INDEX_PROBLEMS],
  },
  getPlace: {
    method: 'GET',
    path: '/api/calls/{id}/place',
    summary: 'Where a call stands in a list',
    about: 'The offset of the call in the list that the filters give; null where it is not in it.',
    access: 'read',
    filters: ALL_FILTERS,
    answer: placeResponseSchema,
    problems: ['not_found', ...INDEX_PROBLEMS],
  },
  exportCalls: {
    method: 'GET',
    path: '/api/calls/export',
    summary: 'Every matching call as a file',
    about:
      'Streamed while it is made. An answer that breaks off is not whole: compare its lines with the count in the header.',
    access: 'export',
    filters: { except: ['limit', 'offset'] },
    query: exportCodecs,
    headers: [TICKET],
    answer: {
      text: {
        'text/csv':
          'A row for each call; with format=focus a row for each charge, with focus-daily for the charges of a day.',
        'application/json': 'The metadata file of FOCUS, with metadata=true.',
        'application/x-ndjson': 'One call a line, with format=jsonl.',
      },
    },
    answerHeaders: [
      { name: EXPORT_COUNT_HEADER, about: 'How many calls match.' },
      {
        name: EXPORT_READ_HEADER,
        about:
          'Of how many of all calls the transcript was read, such as 9120/10000. The others have no measures and no first words, and are not found by what was said.',
      },
      {
        name: EXPORT_EXTRACTED_HEADER,
        about:
          'Only where extracted values filter or sort the file: of how many of all calls they are known, such as 9120/10000. The others are not found by them, and come last.',
      },
      { name: 'content-disposition', about: 'A file name that says what was exported.' },
    ],
    problems: INDEX_PROBLEMS,
  },
  getExportTurn: {
    method: 'GET',
    path: '/api/calls/export/turn',
    summary: 'How long an export waits',
    about:
      'How many exports come before the one with the same ticket; null when it is not waiting.',
    access: 'read',
    headers: [TICKET],
    answer: exportTurnSchema,
    problems: [],
  },
} as const satisfies ApiRoutes;
