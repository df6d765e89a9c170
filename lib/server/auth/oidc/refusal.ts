import * as client from 'openid-client';
import type { ProblemCode } from '@/lib/call/answers/problem';

/** Why somebody was not signed in: the code is told, the reason is for the log and holds nothing from outside. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** What the provider says of itself when it fails, by RFC 6749. */
const PROVIDER_FAILED: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);

const MOST_CAUSES = 8;

/** The errors of the library that mean: what answered is no provider, or does not work. */
const NO_PROVIDER: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
]);

/**
 * What a failure of the library means. The failure itself is left behind: its causes quote answers of the provider, with
 * tokens in them.
 */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.ResponseBodyError
  ) {
    const told = /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'an error without a known name';
    const code = PROVIDER_FAILED.has(told) ? 'provider_unreachable' : 'sign_in_failed';
    return new Refusal(code, `the provider answered ${told}`);
  }
  if (!(error instanceof client.ClientError) || error.code === undefined) {
    const reason = `the connection to the provider failed${codesOf(error)}`;
    return new Refusal('provider_unreachable', reason);
  }
  const reason = `the answer of the provider was refused: ${error.code}${sentenceOf(error)}`;
  return new Refusal(
    NO_PROVIDER.has(error.code) ? 'provider_unreachable' : 'sign_in_failed',
    reason,
  );
}

/** The codes of everything that led to a failure, such as ECONNREFUSED: unlike messages they quote no answer. */
function codesOf(error: unknown): string {
  const codes: string[] = [];
  let at = error;
  for (let depth = 0; depth < MOST_CAUSES && at instanceof Error; depth++) {
    const code = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) codes.push(code);
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  return codes.length > 0 ? `: ${[...new Set(codes)].join(', ')}` : '';
}

/** The library's sentence on what was wrong. It names claims and never holds one: other errors quote what they read. */
function sentenceOf({ cause }: Error): string {
  if (!(cause instanceof Error) || cause.name !== 'OperationProcessingError') return '';
  return /^[\w "().,-]{1,120}$/.test(cause.message) ? `, ${cause.message}` : '';
}
