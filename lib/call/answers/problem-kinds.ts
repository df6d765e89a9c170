import { PAGE_KINDS, type Problem, type ProblemCode, problemType } from './problem';

const KINDS: Record<ProblemCode, { status: number; title: string }> = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  signed_out: { status: 401, title: 'Nobody is signed in' },
  sign_in_failed: { status: 401, title: 'This did not sign you in' },
  role_missing: { status: 403, title: 'You have no role in Callscope' },
  email_unverified: { status: 403, title: 'Your e-mail address is not verified' },
  domain_not_allowed: { status: 403, title: 'Your e-mail address is not allowed here' },
  provider_unreachable: { status: 503, title: 'The identity provider cannot be reached' },
  too_many_attempts: { status: 429, title: 'Too many attempts to sign in' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  cross_site_request: { status: 403, title: 'The request came from another site' },
  reviewer_required: { status: 400, title: 'It is not known who reviews' },
  not_allowed: { status: 403, title: 'You may not do this' },
  not_found: { status: 404, title: 'Not found' },
  note_changed: { status: 409, title: 'The note has changed meanwhile' },
  view_changed: { status: 409, title: 'The shared view has changed meanwhile' },
  budget_changed: { status: 409, title: 'The budget has changed meanwhile' },
  campaign_changed: { status: 409, title: 'The name of the campaign has changed meanwhile' },
  no_recording: { status: 404, title: 'There is no recording' },
  range_not_satisfiable: { status: 416, title: 'The recording is shorter than that' },
  recording_refused: { status: 502, title: 'The recording must not be fetched' },
  recording_unavailable: { status: 502, title: 'The recording cannot be fetched' },
  write_uncertain: { status: 502, title: 'It is not known whether this was saved' },
  upstream_unauthorized: { status: 502, title: 'HappyRobot refused the API key' },
  upstream_forbidden: { status: 502, title: 'The API key may not read these calls' },
  upstream_read_only: { status: 502, title: 'The API key may not write on calls' },
  upstream_rate_limited: { status: 429, title: 'HappyRobot asked us to slow down' },
  upstream_unreachable: { status: 503, title: 'HappyRobot cannot be reached' },
  upstream_timeout: { status: 504, title: 'HappyRobot did not answer in time' },
  upstream_failed: { status: 502, title: 'HappyRobot failed to answer' },
  upstream_rejected: { status: 502, title: 'HappyRobot rejected the request' },
  upstream_invalid_response: {
    status: 502,
    title: 'HappyRobot sent an answer that makes no sense',
  },
  upstream_ignores_paging: { status: 502, title: 'HappyRobot ignores the requested page' },
  upstream_ignores_filter: {
    status: 502,
    title: 'HappyRobot sent other calls than those asked for',
  },
  index_failed: { status: 500, title: 'The index failed to answer' },
  index_unavailable: { status: 503, title: 'The index is not available' },
  data_unavailable: { status: 503, title: 'The data of Callscope is gone' },
  index_overloaded: { status: 503, title: 'The index is busy' },
  index_timeout: { status: 504, title: 'The index did not answer in time' },
  ...PAGE_KINDS,
};

/** Builds the problem details for a code; `detail` says what happened this time, in a sentence. */
export function problem(
  code: ProblemCode,
  detail: string,
  extra: Pick<Problem, 'errors' | 'retry_after' | 'reason'> = {},
): Problem {
  return { type: problemType(code), ...KINDS[code], detail, code, ...extra };
}
