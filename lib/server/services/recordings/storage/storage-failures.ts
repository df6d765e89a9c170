import { CallscopeError, isCallscopeError } from '@/lib/server/errors';

/** The recording must not be fetched; `why` completes the sentence. */
export function refused(why: string, cause?: Error): CallscopeError {
  return new CallscopeError('recording_refused', `The recording is not fetched: ${why}.`, {
    cause,
  });
}

/** The recording could not be fetched; `why` completes the sentence. */
export function unavailable(why: string, cause?: Error): CallscopeError {
  return new CallscopeError(
    'recording_unavailable',
    `The recording could not be fetched: ${why}.`,
    {
      cause,
    },
  );
}

/** What an error of the way to the storage stands for. Only its code is kept: its message can quote an address. */
export function storageFailure(error: unknown): CallscopeError {
  if (isCallscopeError(error)) return error;
  const code = codeOf(error);
  if (code === 'FORBIDDEN_ADDRESS')
    return refused('its address is inside of a network', new Error(code));
  const why = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'the connection failed';
  return unavailable(`${why} where HappyRobot keeps it`, new Error(code));
}

const REASONS: [RegExp, string][] = [
  [/^(ENOTFOUND|EAI_)/, 'the name was not found'],
  [/^ECONNREFUSED$/, 'the connection was refused'],
  [/TIMEOUT|ETIMEDOUT/, 'there was no answer in time'],
  [/CERT|TLS|SSL|UNABLE_TO_|ALTNAME/, 'the secure connection (TLS) was not trusted or failed'],
  [
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|ERR_STREAM_)/,
    'the connection was broken off',
  ],
];

function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string' && /^[A-Z0-9_]{1,60}$/.test(error.code))
    return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause, depth + 1);
}
