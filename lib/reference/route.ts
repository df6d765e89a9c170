import type * as z from 'zod/mini';
import type { Permission } from '@/lib/auth/roles';
import type { ProblemCode } from '@/lib/call/answers/problem';
import type { ParameterKey } from '@/lib/call/query/filters';
import type { WordedKey } from '@/lib/call/query/parameter-words';
import type { ParameterCodec } from '@/lib/call/values/codec';

/**
 * What our API has, declared once: the handlers take their path, access, body and answer from here, the reference is
 * made of it.
 */

/** Parameters as their codecs tell them; `PARAMETER_WORDS` has the words. */
type RouteQuery = Readonly<Partial<Record<WordedKey, Pick<ParameterCodec<unknown>, 'schema'>>>>;

/** Something that comes along in a header. */
export type RouteHeader = { name: string; about: string; required?: boolean };

export type ApiRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The pattern of the path: `/api/calls/{id}`. */
  path: string;
  /** What it is for, in a few words. */
  summary: string;
  /** What else is worth knowing. */
  about?: string;
  /** What whoever asks must be allowed to do; `open` is for everybody. */
  access: Permission | 'open';
  /** Another way to show who asks than the session. */
  security?: 'metricsToken';
  /** It takes all parameters of a list of calls, but for these. */
  filters?: { except: readonly ParameterKey[] };
  /** What it takes beside them. */
  query?: RouteQuery;
  headers?: readonly RouteHeader[];
  body?: z.ZodMiniType;
  /** JSON by its schema, text by its media types, or a redirect to another page. */
  answer:
    | z.ZodMiniType
    | {
        text: Readonly<Record<string, string>>;
        /** Parts of it can be asked for. */
        partial?: true;
      }
    | { redirect: string };
  /** Headers of the answer. */
  answerHeaders?: readonly RouteHeader[];
  /** What can go wrong beside what can anywhere. */
  problems: readonly ProblemCode[];
};

/** Routes by the name of what they do. */
export type ApiRoutes = Readonly<Record<string, ApiRoute>>;

export const ALL_FILTERS = { except: [] } as const satisfies ApiRoute['filters'];

/** What can go wrong wherever HappyRobot is asked. */
export const UPSTREAM_PROBLEMS = [
  'upstream_unauthorized',
  'upstream_forbidden',
  'upstream_rate_limited',
  'upstream_unreachable',
  'upstream_timeout',
  'upstream_failed',
  'upstream_rejected',
  'upstream_invalid_response',
] as const satisfies ProblemCode[];

/** What can go wrong wherever the index is asked. */
export const INDEX_PROBLEMS = [
  'index_failed',
  'index_unavailable',
  'index_overloaded',
  'index_timeout',
] as const satisfies ProblemCode[];

/** What every route can answer. */
export const COMMON_PROBLEMS = [
  'invalid_request',
  'too_many_requests',
  'internal_error',
] as const satisfies ProblemCode[];

/** What a route can answer that wants to know who asks. */
export const GUARDED_PROBLEMS = [
  'signed_out',
  'not_allowed',
  'data_unavailable',
] as const satisfies ProblemCode[];
