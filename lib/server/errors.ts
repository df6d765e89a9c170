import { PROBLEM_CODES, type Problem, type ProblemCode } from '@/lib/call/answers/problem';

/**
 * Every failure we foresee: thrown with a code where it happens, turned into problem details once, at the edge.
 * `message` is told to the person: it must not contain the key, a path or a stack.
 */
export class CallscopeError extends Error {
  override readonly name = 'CallscopeError';
  readonly code: ProblemCode;
  readonly extra: Pick<Problem, 'errors' | 'retry_after' | 'reason'>;
  /** What the log says in place of the message, where that can repeat what somebody asked or wrote. */
  readonly logged: string;

  constructor(
    code: ProblemCode,
    message: string,
    options: ErrorOptions &
      Pick<Problem, 'errors' | 'retry_after' | 'reason'> & { logged?: string } = {},
  ) {
    const { cause, logged = message, ...extra } = options;
    super(message, { cause });
    this.code = code;
    this.extra = extra;
    this.logged = logged;
  }
}

/**
 * Whether a failure is one of ours. By its shape, not by `instanceof`: pages and route handlers are bundled apart,
 * each with its own copy of the class, and share one container whose errors come from one of them.
 */
export function isCallscopeError(error: unknown): error is CallscopeError {
  return (
    error instanceof Error &&
    error.name === 'CallscopeError' &&
    'code' in error &&
    PROBLEM_CODES.some((code) => code === error.code)
  );
}

/** Whether HappyRobot would not answer a question, maybe because it does not know a parameter of it. */
export function isRejected(error: unknown): boolean {
  return isCallscopeError(error) && error.code === 'upstream_rejected';
}
