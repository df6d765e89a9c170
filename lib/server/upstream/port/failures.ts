import type { ProblemCode } from '@/lib/call/answers/problem';
import { CallscopeError } from '@/lib/server/errors';
import { InvalidAnswer } from './invalid-answer';

/** What went wrong with one attempt, and what to make of it. */
export class Failure {
  readonly error: CallscopeError;
  /** Whether the next attempt may fare better. */
  readonly transient: boolean;
  /** Whether it speaks against the upstream's health. */
  readonly unhealthy: boolean;
  /** Seconds the upstream asked to be left alone. */
  readonly retryAfter: number | undefined;

  constructor(
    error: CallscopeError,
    traits: { transient?: boolean; unhealthy?: boolean; retryAfter?: number } = {},
  ) {
    this.error = error;
    this.transient = traits.transient ?? false;
    this.unhealthy = traits.unhealthy ?? false;
    this.retryAfter = traits.retryAfter;
  }
}

/** What is asked for: it decides what a 404 means and how log lines call the request. */
export type Subject =
  | 'list'
  | 'workflow'
  | 'call'
  | 'transcript'
  | 'note'
  | 'recording'
  | 'sound'
  | 'probe';

/** An answer that says no; its `message` is trusted not to reveal anything. */
export type Refusal = { status: number; retryAfter?: number; message?: string };

const DEFAULT_RETRY_AFTER = 30;

/** Answers that say themselves that nothing was written. */
const REFUSALS: readonly ProblemCode[] = [
  'upstream_unauthorized',
  'upstream_forbidden',
  'upstream_rejected',
  'upstream_rate_limited',
  'not_found',
  'internal_error',
];

/** What goes wrong before a request has left. */
const NEVER_SENT =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|TLS|SSL|UNABLE_TO_|ALTNAME/;

/** Whether a write that failed this way may have been done all the same. */
export function leavesDoubt({ error }: Failure): boolean {
  if (REFUSALS.includes(error.code)) return false;
  return !(error.cause instanceof Error && NEVER_SENT.test(error.cause.message));
}

/** The failure an answer with an error status stands for. */
export function statusFailure(subject: Subject, refusal: Refusal): Failure {
  const { status, retryAfter } = refusal;
  if (status === 401)
    return fatal('upstream_unauthorized', 'HappyRobot does not accept the API key.');
  if (status === 403)
    return fatal('upstream_forbidden', 'HappyRobot does not let this API key read these calls.');
  if (status === 404) return missing(subject);
  if (status === 408) return timeout('HappyRobot gave up waiting for the request (status 408).');
  if (status === 429) return rateLimited(retryAfter);
  if (status >= 500) {
    const error = new CallscopeError(
      'upstream_failed',
      `HappyRobot answered with status ${status}.`,
    );
    return new Failure(error, { transient: true, unhealthy: true, retryAfter });
  }
  // HappyRobot's own words can repeat what was searched for or written: they are for whoever asked.
  const options = { logged: rejection({ status }) };
  return new Failure(new CallscopeError('upstream_rejected', rejection(refusal), options));
}

/** The failure of an answer that cannot be used; `detail` is a sentence about it. */
function invalidAnswer(detail: string): Failure {
  return fatal('upstream_invalid_response', detail);
}

/**
 * The failure an error of the transport stands for. Of the error itself only its code is kept: its message and
 * its other fields can quote what was sent or received.
 */
export function transportFailure(error: unknown): Failure {
  if (error instanceof InvalidAnswer) return invalidAnswer(error.message);
  const code = codeOf(error);
  const cause = new Error(code);
  if (code === 'UND_ERR_INVALID_ARG') return fatal('internal_error', UNSENDABLE, cause);
  const late = TIMEOUTS[code];
  if (late !== undefined) return timeout(late, cause);
  const detail = BROKEN_ANSWERS.find(([pattern]) => pattern.test(code))?.[1];
  if (detail !== undefined) return fatal('upstream_invalid_response', detail, cause);
  const message = `HappyRobot cannot be reached: ${networkReason(code)}.`;
  return new Failure(new CallscopeError('upstream_unreachable', message, { cause }), {
    transient: true,
    unhealthy: true,
  });
}

const UNSENDABLE =
  'The request to HappyRobot could not be built: HAPPYROBOT_API_KEY or HAPPYROBOT_ORGANIZATION_ID contains characters that a header cannot carry.';

const TIMEOUTS: Partial<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'No connection to HappyRobot was made in time.',
  ETIMEDOUT: 'The connection to HappyRobot timed out.',
  UND_ERR_HEADERS_TIMEOUT: 'HappyRobot did not start to answer in time.',
  UND_ERR_BODY_TIMEOUT: 'HappyRobot stopped in the middle of its answer.',
};

const BROKEN_ANSWERS: [RegExp, string][] = [
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'HappyRobot sent an answer whose headers are too large.'],
  [/^HPE_(?!INVALID_EOF_STATE)/, 'HappyRobot sent an answer that is not HTTP.'],
  [/^Z_/, 'HappyRobot sent an answer whose compression is broken.'],
];

const NETWORK_REASONS: [RegExp, string][] = [
  [/^ENOTFOUND$/, 'its name was not found in DNS'],
  [/^EAI_/, 'its name could not be looked up in DNS'],
  [/^ECONNREFUSED$/, 'the connection was refused'],
  [/^(ECONNRESET|EPIPE)$/, 'the connection was reset'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, 'the network knows no way to it'],
  [
    /CERT|TLS|SSL|EPROTO|UNABLE_TO_|ALTNAME/,
    'the secure connection (TLS) was not trusted or failed',
  ],
  [/^(UND_ERR_|HPE_|ERR_STREAM_)/, 'the connection was closed in the middle of the answer'],
];

function networkReason(code: string): string {
  const known = NETWORK_REASONS.find(([pattern]) => pattern.test(code));
  return known === undefined ? 'the connection failed' : known[1];
}

/** The system's or library's code of an error, or of the error behind it. */
function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string' && /^[A-Z0-9_]{1,60}$/.test(error.code)) {
    return error.code;
  }
  if (error.name === 'HTTPParserError') return 'HPE_UNKNOWN';
  const behind = error instanceof AggregateError ? error.errors[0] : error.cause;
  return codeOf(behind, depth + 1);
}

function fatal(code: ProblemCode, message: string, cause?: Error): Failure {
  return new Failure(new CallscopeError(code, message, { cause }));
}

function timeout(message: string, cause?: Error): Failure {
  const error = new CallscopeError('upstream_timeout', message, { cause });
  return new Failure(error, { transient: true, unhealthy: true });
}

const UNKNOWN: Partial<Record<Subject, string>> = {
  workflow: 'HappyRobot knows no such workflow.',
  call: 'HappyRobot knows no call with this id.',
  transcript: 'HappyRobot has no transcript of this call.',
  sound: 'HappyRobot no longer has the recording of this call.',
  note: 'HappyRobot has no such note on this call: it may have been deleted.',
};

function missing(subject: Subject): Failure {
  const unknown = UNKNOWN[subject];
  if (unknown !== undefined) return fatal('not_found', unknown);
  return fatal(
    'upstream_rejected',
    'HappyRobot knows no list of calls at this address (status 404): HAPPYROBOT_API_URL may be wrong.',
  );
}

function rateLimited(retryAfter: number | undefined): Failure {
  const seconds = retryAfter ?? DEFAULT_RETRY_AFTER;
  const message = `HappyRobot asked for fewer requests; the next may follow in ${seconds} seconds.`;
  const error = new CallscopeError('upstream_rate_limited', message, { retry_after: seconds });
  return new Failure(error, { transient: true, retryAfter });
}

function rejection({ status, message }: Refusal): string {
  const said = message === undefined ? '' : `, saying: ${message}`;
  return `HappyRobot rejected the request with status ${status}${said}`.replace(/[^.!?]$/, '$&.');
}
