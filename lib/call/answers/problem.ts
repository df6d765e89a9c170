import type { NoRecordingReason } from '@/lib/call/recording/no-recording';

/** Every code an answer of ours can carry. What each means to a person is told in the page. */
export const PROBLEM_CODES = [
  'invalid_request',
  'signed_out',
  'sign_in_failed',
  'role_missing',
  'email_unverified',
  'domain_not_allowed',
  'provider_unreachable',
  'too_many_attempts',
  'too_many_requests',
  'cross_site_request',
  'reviewer_required',
  'not_allowed',
  'not_found',
  'note_changed',
  'view_changed',
  'budget_changed',
  'campaign_changed',
  'write_uncertain',
  'no_recording',
  'range_not_satisfiable',
  'recording_refused',
  'recording_unavailable',
  'upstream_unauthorized',
  'upstream_forbidden',
  'upstream_read_only',
  'upstream_rate_limited',
  'upstream_unreachable',
  'upstream_timeout',
  'upstream_failed',
  'upstream_rejected',
  'upstream_invalid_response',
  'upstream_ignores_paging',
  'upstream_ignores_filter',
  'index_failed',
  'index_unavailable',
  'data_unavailable',
  'index_overloaded',
  'index_timeout',
  'internal_error',
  'callscope_unreachable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
/** Those that only signing in comes to: its page tells about them. */
export type SignInCode = Extract<
  ProblemCode,
  | 'sign_in_failed'
  | 'too_many_attempts'
  | 'role_missing'
  | 'email_unverified'
  | 'domain_not_allowed'
  | 'provider_unreachable'
>;

/** RFC 9457 problem details. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  errors?: { field: string; message: string }[];
  /** Seconds; with `upstream_rate_limited`, `index_overloaded` and the `too_many_…` only. */
  retry_after?: number;
  /** With `no_recording` only. */
  reason?: NoRecordingReason;
};

/** What goes wrong in the page itself; the server tells the rest. */
export const PAGE_KINDS = {
  internal_error: { status: 500, title: 'Callscope failed' },
  callscope_unreachable: { status: 503, title: 'The Callscope server cannot be reached' },
} as const;

/** The problem details of what went wrong in the page. */
export function pageProblem(code: keyof typeof PAGE_KINDS, detail: string): Problem {
  return { type: problemType(code), ...PAGE_KINDS[code], detail, code };
}

export function problemType(code: ProblemCode): string {
  return `urn:callscope:problem:${code}`;
}
