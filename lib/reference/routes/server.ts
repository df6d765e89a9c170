import * as z from 'zod/mini';
import { recordConditionSchema } from '@/lib/call/answers/index-responses';
import type { ApiRoutes } from '../route';

export const SERVER_ROUTES = {
  getHealth: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the process lives',
    access: 'open',
    answer: z.object({ status: z.literal('ok') }),
    problems: [],
  },
  getReadiness: {
    method: 'GET',
    path: '/api/ready',
    summary: 'Whether everything is there that Callscope needs',
    about:
      'What is missing comes as a problem with the status 503. With a shared record it also tells how this instance stands with it.',
    access: 'open',
    answer: z.extend(z.partial(recordConditionSchema), { status: z.literal('ready') }),
    problems: ['index_unavailable'],
  },
  getMetrics: {
    method: 'GET',
    path: '/api/metrics',
    summary: 'What the process counts',
    about: 'In the text format of Prometheus, for whoever has METRICS_TOKEN; not there without it.',
    access: 'open',
    security: 'metricsToken',
    answer: { text: { 'text/plain': 'Metrics with their help, one a line.' } },
    problems: ['signed_out', 'not_found'],
  },
  // Nothing in it is secret, but only who may ask these addresses has a use for it: it is read by who is signed in.
  getOpenApi: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This reference as OpenAPI 3.1',
    access: 'read',
    answer: z.looseObject({ openapi: z.string() }),
    problems: [],
  },
} as const satisfies ApiRoutes;
